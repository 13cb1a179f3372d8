// What is missing before the next step: each a sentence, with the way to mend it right beside it.

import type { Finding } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { findingWords } from '../findingWords.ts'
import { PersonChoice } from './PersonChoice.tsx'

export interface FindingsProps {
  findings: readonly Finding[]
  command: RoomCommand
  onPeople(): void
  onDocuments(): void
}

export function Findings({ findings, command, onPeople, onDocuments }: FindingsProps) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const { members } = useRollCall()
  const remedyOf = ({ code }: Finding) => {
    switch (code) {
      case 'minutesSecretaryMissing':
        return (
          <PersonChoice
            label={t('desk.minutes_secretary')}
            people={members.filter(({ entry }) => entry.status !== 'suspended')}
            confirm={t('desk.name_secretary')}
            busy={command.busy}
            onChosen={(memberId) => void command.run('meeting.nameMinutesSecretary', { memberId })}
            testIds={{ select: 'secretary-select', confirm: 'secretary-name' }}
          />
        )
      case 'quorumUnconfirmed':
        return <QuorumButton command={command} />
      case 'absencesUndecided':
      case 'quorumLow':
        return (
          <Button variant="default" size="md" onClick={onPeople}>
            {t('desk.people')}
          </Button>
        )
      case 'documentsMissing':
      case 'documentsLate':
        return (
          <Button variant="default" size="md" onClick={onDocuments} data-testid="finding-documents">
            {t('doc.title')}
          </Button>
        )
      default:
        return null
    }
  }
  return findings.map((finding) => (
    <Notice key={finding.code} tone={finding.blocks ? 'trouble' : 'info'} data-testid={`finding-${finding.code}`}>
      <p>{findingWords(t, finding, meeting.plan?.form)}</p>
      {remedyOf(finding)}
    </Notice>
  ))
}

export function QuorumButton({ command }: { command: RoomCommand }) {
  const { t } = useWords()
  return (
    <Button
      size="lg"
      disabled={command.busy}
      onClick={() => void command.run('attendance.confirmQuorum')}
      data-testid="quorum-confirm"
    >
      {t('roll.quorum')}
    </Button>
  )
}
