// The roll call of one person: where they are, their notice of absence and the answer to it, and what was set right.
import type { NoticesState, RollCall, RollLine } from '@hoi-truong/shared/attendance'
import type { MeetingRole } from '@hoi-truong/shared/permissions'
import { may } from '@hoi-truong/shared/permissions'
import type { CommandType, MeetingStreamState } from '@hoi-truong/shared/streams'
import { Button } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { nowWords } from '../words.ts'
import { AbsenceRecord } from './AbsenceRecord.tsx'
import { CorrectionForm } from './CorrectionForm.tsx'
import { Corrections } from './Corrections.tsx'
import classes from './PersonDialog.module.css'

export interface PersonDialogProps {
  memberId: string
  state: MeetingStreamState['everyone']
  call: RollCall
  roles: readonly MeetingRole[]
  /** With the reasons, as far as the viewer may read them. */
  notices: NoticesState
  /** `onSilence`: nobody answers, and it is tried again. */
  send(type: CommandType, payload: object, sending: { onSilence(): void }): Promise<unknown>
  onClose(): void
}

const lineOf = ({ members, followers, guests }: RollCall, memberId: string): RollLine | undefined =>
  [...members, ...followers, ...guests].find(({ entry }) => entry.memberId === memberId)

export function PersonDialog({ memberId, state, call, roles, notices, send, onClose }: PersonDialogProps) {
  const { t } = useWords()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Problem | null>(null)
  const line = lineOf(call, memberId)
  if (!line) return null
  const { meeting, attendance } = state
  const member = call.members.includes(line)
  const underWay = meeting.status === 'announced' || meeting.status === 'open'
  const run = async (type: CommandType, payload: object): Promise<boolean> => {
    setBusy(true)
    setRefusal(null)
    try {
      await send(type, payload, { onSilence: () => setRefusal({ code: 'UNREACHABLE' }) })
      setRefusal(null)
      return true
    } catch (error) {
      setRefusal(problemOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog opened onClose={onClose} title={t('rollcall.of', { name: line.entry.name })}>
      <p data-testid="person-now">{t('rollcall.now', { state: nowWords(t, meeting, line) })}</p>
      {refusal && <ProblemNotice problem={refusal} data-testid="roll-call-refused" />}
      {underWay && may(roles, 'attendance.checkInAtSite') && line.entry.status !== 'suspended' && (
        <div className={classes.buttons}>
          {meeting.plan?.sites.map(({ siteId, name }) => {
            const here = line.presence === 'present' && line.place?.kind === 'site' && line.place.siteId === siteId
            const type = here ? 'attendance.checkOutAtSite' : 'attendance.checkInAtSite'
            return (
              <Button
                key={siteId}
                size="md"
                variant="default"
                disabled={busy}
                leftSection={here ? <IconX aria-hidden /> : <IconCheck aria-hidden />}
                onClick={() => void run(type, { siteId, memberIds: [memberId] })}
                data-testid={here ? 'person-check-out' : 'person-check-in'}
                data-site-id={siteId}
              >
                {t(here ? 'rollcall.off_site' : 'rollcall.at_site', { site: name })}
              </Button>
            )
          })}
        </div>
      )}
      {member && (
        <AbsenceRecord line={line} attendance={attendance} notices={notices} roles={roles} busy={busy} run={run} />
      )}
      {may(roles, 'attendance.correct') && (meeting.status === 'open' || meeting.status === 'closed') && (
        <CorrectionForm line={line} meeting={meeting} busy={busy} run={run} />
      )}
      <Corrections meeting={meeting} attendance={attendance} memberId={memberId} />
    </Dialog>
  )
}
