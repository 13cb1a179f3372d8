// Everything on record about one member, in plain words; and, for those who keep the list, what can be done about it.
import { isInForce, type MemberView } from '@hoi-truong/shared/organization'
import type { RuleSet } from '@hoi-truong/shared/rules'
import { IconArrowLeft } from '@tabler/icons-react'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useMember, useRuleSet } from '../api/organizations.ts'
import { useMeaning } from '../hooks/useMeaning.ts'
import { categoryWords, officeWords } from '../words.ts'
import { ListProblem } from './ListProblem.tsx'
import { MemberActions } from './MemberActions.tsx'
import { MemberDialog, type MemberTask } from './MemberDialog.tsx'
import { MemberHistory } from './MemberHistory.tsx'
import classes from './Members.module.css'
import { StatusTag } from './StatusTag.tsx'

export function MemberPage() {
  const { t } = useWords()
  const { organizationId = '', memberId = '' } = useParams()
  const { data: member, error, failureReason } = useMember(organizationId, memberId)
  const rules = useRuleSet(organizationId).data?.ruleSet
  const trouble = error ?? failureReason
  return (
    <MemberFrame>
      <Link to={`/branches/${organizationId}/members`} className={classes.back} data-testid="member-back">
        <IconArrowLeft aria-hidden />
        {t('members.back')}
      </Link>
      {trouble && <ListProblem problem={problemOf(trouble)} />}
      {!member && !trouble && <p role="status">{t('common.loading')}</p>}
      {member && <Record organizationId={organizationId} member={member} rules={rules} />}
    </MemberFrame>
  )
}

interface RecordProps {
  organizationId: string
  member: MemberView
  rules: RuleSet | undefined
}

function Record({ organizationId, member, rules }: RecordProps) {
  const { t } = useWords()
  const [task, setTask] = useState<MemberTask | null>(null)
  const [done, setDone] = useState(false)
  const here = isInForce(member.membership, member.on)
  const manages = member.canManage && here && rules !== undefined
  const begin = (next: MemberTask) => {
    setDone(false)
    setTask(next)
  }
  return (
    <>
      <div>
        <PageHeading>{member.name}</PageHeading>
        <p className={classes.soft}>
          {member.office === 'member' ? (member.title ?? t('members.plain_member')) : t(officeWords[member.office])}
          {' · '}
          {t(categoryWords[member.category])}
        </p>
        {member.memberNumber !== null && (
          <p className={classes.soft}>{t('members.number', { number: member.memberNumber })}</p>
        )}
      </div>
      {done && (
        <Notice tone="good" data-testid="members-done">
          <p>{t('members.done')}</p>
        </Notice>
      )}
      {here ? (
        <Now member={member} rules={rules} />
      ) : (
        <Notice tone="info">
          <p>{t('members.not_here')}</p>
        </Notice>
      )}
      {manages && <MemberActions member={member} onBegin={begin} />}
      <MemberHistory organizationId={organizationId} member={member} onBegin={manages ? begin : null} />
      {manages && (
        <MemberDialog
          organizationId={organizationId}
          member={member}
          rules={rules}
          task={task}
          onClose={() => setTask(null)}
          onDone={() => {
            setTask(null)
            setDone(true)
          }}
        />
      )}
    </>
  )
}

function Now({ member, rules }: Omit<RecordProps, 'organizationId'>) {
  const { t } = useWords()
  const { status, category, membership } = member
  return (
    <section aria-label={t('members.now')} data-testid="member-now" data-status={status}>
      <div className={classes.tags}>
        <StatusTag status={status} />
        {membership.kind === 'temporary' && <span className={classes.tag}>{t('members.temporary')}</span>}
      </div>
      {rules && <Meaning rules={rules} person={{ status, category, temporary: membership.kind === 'temporary' }} />}
    </section>
  )
}

function Meaning({ rules, person }: { rules: RuleSet; person: Parameters<ReturnType<typeof useMeaning>>[0] }) {
  const meaning = useMeaning(rules)
  return <p className={classes.means}>{meaning(person)}</p>
}
