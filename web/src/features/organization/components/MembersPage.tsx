// The branch's list: who belongs to it, as what, and how many count when it meets. The branch secretary and the deputy keep it from here.
import { Button } from '@mantine/core'
import { IconUserPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { problemOf } from '../../../lib/problem.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useMemberList, useOrganization, useRuleSet } from '../api/organizations.ts'
import { ReceiveForm } from '../forms/ReceiveForm.tsx'
import { Counts } from './Counts.tsx'
import { ListProblem } from './ListProblem.tsx'
import { MemberList } from './MemberList.tsx'
import classes from './Members.module.css'
import { OrganizationLine } from './OrganizationLine.tsx'
import { RulesInForce } from './RulesInForce.tsx'

export function MembersPage() {
  const { t } = useWords()
  const { organizationId = '' } = useParams()
  const organization = useOrganization(organizationId)
  const list = useMemberList(organizationId)
  const rules = useRuleSet(organizationId)
  const [receiving, setReceiving] = useState(false)
  const [done, setDone] = useState(false)
  // All at once: on a slow line nothing moves away under the finger.
  const answers = [list, organization, rules]
  const waits = answers.some(({ isPending }) => isPending)
  const trouble = answers.map(({ error, failureReason }) => error ?? failureReason).find((one) => one !== null)
  return (
    <MemberFrame>
      <div>
        <PageHeading>{t('members.title')}</PageHeading>
        {organization.data && <OrganizationLine organization={organization.data} />}
      </div>
      {trouble && <ListProblem problem={problemOf(trouble)} />}
      {waits && !trouble && <p role="status">{t('common.loading')}</p>}
      {done && (
        <Notice tone="good" data-testid="members-done">
          <p>{t('members.done')}</p>
        </Notice>
      )}
      {list.data && !waits && (
        <>
          <Counts members={list.data.members} rules={rules.data?.ruleSet} />
          {list.data.canManage && (
            <div className={classes.actions}>
              <Button
                size="lg"
                variant="default"
                leftSection={<IconUserPlus aria-hidden />}
                onClick={() => setReceiving(true)}
                data-testid="member-receive"
              >
                {t('members.receive')}
              </Button>
            </div>
          )}
          <MemberList organizationId={organizationId} members={list.data.members} />
          <Dialog opened={receiving} onClose={() => setReceiving(false)} title={t('members.receive')}>
            <ReceiveForm
              organizationId={organizationId}
              today={list.data.on}
              onDone={() => {
                setReceiving(false)
                setDone(true)
              }}
            />
          </Dialog>
        </>
      )}
      {rules.data && !waits && <RulesInForce view={rules.data} />}
    </MemberFrame>
  )
}
