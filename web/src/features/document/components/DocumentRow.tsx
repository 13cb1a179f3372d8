// One document: what it is, who posted it, and the large button that opens it.
import type { PostedDocument } from '@hoi-truong/shared/document'
import { formatDateTime } from '@hoi-truong/shared/i18n'
import type { MeetingRoll } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { IconBook, IconFileOff } from '@tabler/icons-react'
import { Link, useLocation } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { readerPath } from '../api/address.ts'
import type { Opening } from '../hooks/useOpenings.ts'
import { factWords } from '../words.ts'
import { DocumentOpeners } from './DocumentOpeners.tsx'
import classes from './Documents.module.css'

export interface DocumentRowProps {
  meetingId: string
  document: PostedDocument
  /** Null: not known by name. */
  postedBy: string | null
  onRead?: (documentId: string) => void
  onWithdraw?: () => void
  /** For those who may know who has opened it. */
  opened?: readonly Opening[]
  members?: MeetingRoll['members']
  /** Further buttons. */
  children?: React.ReactNode
}

export function DocumentRow({
  meetingId,
  document,
  postedBy,
  onRead,
  onWithdraw,
  opened,
  members = [],
  children,
}: DocumentRowProps) {
  const { t, language } = useWords()
  const location = useLocation()
  const { documentId, name, withdrawn, postedAt } = document
  const time = formatDateTime(postedAt, language)
  const reading = {
    size: 'lg',
    leftSection: <IconBook aria-hidden />,
    'aria-label': t('document.read_which', { name }),
    'data-testid': 'document-read',
    children: t('document.read'),
  }
  return (
    <li
      className={classes.row}
      data-testid="document"
      data-document-id={documentId}
      data-type={document.type}
      data-withdrawn={withdrawn !== null}
    >
      <div className={classes.what}>
        <p className={classes.name} data-testid="document-name">
          {name}
        </p>
        <p className={classes.fact}>{factWords(document, t, language)}</p>
        <p className={classes.fact}>
          {postedBy ? t('document.posted_by', { name: postedBy, time }) : t('document.posted', { time })}
        </p>
        {withdrawn && (
          <p className={classes.fact} data-testid="document-withdrawn">
            {t('document.withdrawn', { time: formatDateTime(withdrawn.at, language), reason: withdrawn.reason })}
          </p>
        )}
      </div>
      {!withdrawn && (
        <div className={classes.buttons}>
          {onRead ? (
            <Button {...reading} onClick={() => onRead(documentId)} />
          ) : (
            <Button
              {...reading}
              component={Link}
              to={readerPath(meetingId, documentId)}
              state={{ from: `${location.pathname}${location.search}` }}
            />
          )}
          {children}
          {onWithdraw && (
            <Button
              size="lg"
              variant="default"
              leftSection={<IconFileOff aria-hidden />}
              aria-label={t('document.withdraw_which', { name })}
              onClick={onWithdraw}
              data-testid="document-withdraw"
            >
              {t('document.withdraw')}
            </Button>
          )}
        </div>
      )}
      {opened && !withdrawn && <DocumentOpeners name={name} opened={opened} members={members} />}
    </li>
  )
}
