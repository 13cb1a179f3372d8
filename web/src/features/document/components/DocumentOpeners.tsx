// For the chair: how many have opened a document, and on a press who, when, and who has not.
import { formatDateTime } from '@hoi-truong/shared/i18n'
import type { MeetingRoll } from '@hoi-truong/shared/meeting'
import { useId, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import type { Opening } from '../hooks/useOpenings.ts'
import { openersOf } from '../openers.ts'
import classes from './Documents.module.css'

interface DocumentOpenersProps {
  /** Of the document. */
  name: string
  opened: readonly Opening[]
  members: MeetingRoll['members']
}

export function DocumentOpeners({ name, opened: openings, members }: DocumentOpenersProps) {
  const { t, language } = useWords()
  const id = useId()
  const [shown, setShown] = useState(false)
  const { opened, notOpened } = openersOf(openings, members)
  const words = opened.length === 0 ? t('document.opened_none') : t('document.opened_count', { count: opened.length })
  return (
    <div className={classes.openings}>
      <button
        type="button"
        className={classes.toggle}
        aria-expanded={shown}
        aria-controls={id}
        aria-label={t('document.opened_which', { words, name })}
        onClick={() => setShown(!shown)}
        data-testid="document-openings"
        data-count={opened.length}
      >
        {words}
      </button>
      {shown && (
        <div id={id} data-testid="document-openers">
          {opened.length > 0 && (
            <ul className={classes.people}>
              {opened.map(({ memberId, name: opener, firstAt, times }) => {
                const time = formatDateTime(firstAt, language)
                return (
                  <li key={memberId} data-testid="document-opener" data-member-id={memberId}>
                    <strong>{opener}</strong>:{' '}
                    {times > 1 ? t('document.opened_times', { time, times }) : t('document.opened_at', { time })}
                  </li>
                )
              })}
            </ul>
          )}
          <h4>
            {notOpened.length > 0
              ? t('document.not_opened', { count: notOpened.length })
              : t('document.everybody_opened')}
          </h4>
          {notOpened.length > 0 && (
            <ul className={classes.people}>
              {notOpened.map(({ memberId, name: waiting }) => (
                <li key={memberId} data-testid="document-not-opener" data-member-id={memberId}>
                  {waiting}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </div>
  )
}
