// One request: the name on the list beside the name as typed, and the committee's two answers.
import { formatDateTime } from '@hoi-truong/shared/i18n'
import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useAccountCommand } from '../hooks/useAccountCommand.ts'
import { compareNames, wordsBeside } from './compareNames.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { RefusalNotice } from './RefusalNotice.tsx'
import classes from './Requests.module.css'
import type { Decision, RequestLine } from './requests.ts'

export interface RequestCardProps {
  organizationId: string
  request: RequestLine
  /** By somebody, since the page has shown it. */
  decision: Decision | null
  mayDecide: boolean
}

type Outcome = 'approved' | 'refused' | null

const comparisonWords = {
  same: 'account.names_same',
  marks: 'account.names_marks',
  differ: 'account.names_differ',
} as const

export function RequestCard({ organizationId, request, decision, mayDecide }: RequestCardProps) {
  const { t, language } = useWords()
  const { requestId, name, typedName, memberNumber, phone, at } = request
  const { sending, problem, setProblem, give } = useAccountCommand(organizationId)
  const [outcome, setOutcome] = useState<Outcome>(null)
  const card = useRef<HTMLLIElement>(null)
  const [refusing, setRefusing] = useState(false)
  const comparison = compareNames(name, typedName)
  const Sign = comparison === 'differ' ? IconAlertTriangle : IconCircleCheck
  const waits = outcome === null && decision === null

  useEffect(() => {
    // The button that had the focus is gone: the keyboard goes on from here, not from the top of the page.
    if (outcome !== null) card.current?.focus()
  }, [outcome])

  const approve = async () => {
    if (await give('account.approveRequest', { requestId })) setOutcome('approved')
  }
  const refuse = async (reason: string) => {
    if (!(await give('account.refuseRequest', { requestId, reason }))) return
    setRefusing(false)
    setOutcome('refused')
  }
  return (
    <li
      ref={card}
      tabIndex={-1}
      className={classes.request}
      data-testid="account-request"
      data-request-id={requestId}
      data-names={comparison}
      data-outcome={outcome ?? (decision ? 'decided' : 'waiting')}
    >
      <h3 className="hidden-text">{name}</h3>
      <dl className={classes.facts}>
        <div>
          <dt>{t('account.name_listed')}</dt>
          <dd>{name}</dd>
        </div>
        <div>
          <dt>{t('account.name_typed')}</dt>
          <dd>
            <TypedName typed={typedName} listed={name} />
          </dd>
        </div>
        <div>
          <dt>{t('signin.member_number')}</dt>
          <dd>{memberNumber}</dd>
        </div>
        <div>
          <dt>{t('account.phone')}</dt>
          <dd>
            {phone === null ? t('account.phone_none') : <a href={`tel:${phone.replaceAll(/[ .]/g, '')}`}>{phone}</a>}
          </dd>
        </div>
        <div>
          <dt>{t('account.requested_at')}</dt>
          <dd>{formatDateTime(at, language)}</dd>
        </div>
      </dl>
      {waits && (
        <p className={classes.comparison} data-names={comparison} data-testid="account-request-names">
          <Sign aria-hidden />
          {t(comparisonWords[comparison])}
        </p>
      )}
      {waits && problem && !refusing && <RefusalNotice problem={problem} testId="account-request-problem" />}
      {sending === 'waiting' && !refusing && (
        <Notice tone="info">
          <p>{t('account.waiting')}</p>
        </Notice>
      )}
      {mayDecide && waits && (
        <div className={classes.decisions}>
          <Button
            size="lg"
            onClick={() => void approve()}
            aria-disabled={sending !== 'no'}
            aria-label={t('account.approve_for', { name })}
            data-testid="account-approve"
          >
            {sending === 'no' || refusing ? t('account.approve') : t('account.sending')}
          </Button>
          <Button
            size="lg"
            variant="default"
            onClick={() => {
              setProblem(null)
              setRefusing(true)
            }}
            aria-disabled={sending !== 'no'}
            aria-label={t('account.refuse_for', { name })}
            data-testid="account-refuse"
          >
            {t('account.refuse')}
          </Button>
        </div>
      )}
      {outcome !== null && (
        <Notice tone="good" urgent data-testid="account-request-done">
          <p>{t(outcome === 'approved' ? 'account.approved_done' : 'account.refused_done', { name })}</p>
        </Notice>
      )}
      {outcome === null && decision && (
        <Notice tone="info" urgent data-testid="account-request-decided">
          <p>
            {t(decision.approved ? 'account.decided_approved' : 'account.decided_refused', { name: decision.byName })}
          </p>
        </Notice>
      )}
      {waits && !mayDecide && <p className={classes.soft}>{t('account.out_of_reach')}</p>}
      {refusing && waits && (
        <ReasonDialog
          title={t('account.refuse_title', { name })}
          means={t('account.refuse_means')}
          confirm={t('account.refuse_confirm')}
          reasonHint={t('account.reason_refuse_hint')}
          sending={sending}
          problem={problem}
          onConfirm={(reason) => void refuse(reason)}
          onClose={() => setRefusing(false)}
          testId="account-refuse"
        />
      )}
    </li>
  )
}

function TypedName({ typed, listed }: { typed: string; listed: string }) {
  return wordsBeside(typed, listed).map(({ word, differs }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words of one name, which never move
    <span key={index}>
      {index > 0 && ' '}
      {differs ? <mark className={classes.differs}>{word}</mark> : word}
    </span>
  ))
}
