// The order of business changed during the meeting, as the branch decides when it adopts it. What was taken up stays on the list.

import type { AgendaItem } from '@hoi-truong/shared/agenda'
import { rulesOf } from '@hoi-truong/shared/attendance'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { AgendaEditor } from '../../agenda/components/AgendaEditor.tsx'
import { useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import { useRoomCommand } from '../../meeting/hooks/useRoomCommand.ts'

export function ReviseAgenda({ onClose }: { onClose(): void }) {
  const { t } = useWords()
  const { meeting, agenda } = useMeetingState()
  const { members, followers, guests } = useRollCall()
  // Its own, so that a refusal stands in the dialog and not behind it.
  const command = useRoomCommand()
  const [items, setItems] = useState<readonly AgendaItem[]>(agenda.items)
  const [basedOn] = useState(agenda.revision)
  const [openItem, setOpenItem] = useState<string | null>(null)
  const save = async () => {
    if (await command.run('agenda.revise', { items, basedOn })) onClose()
  }
  return (
    <Dialog opened onClose={onClose} title={t('desk.revise')}>
      <AgendaEditor
        agenda={items}
        rules={rulesOf(meeting)}
        presenters={[...members, ...followers, ...guests].map(({ entry }) => ({
          id: entry.memberId,
          name: entry.name,
        }))}
        chairId={meeting.chairId ?? ''}
        onChange={setItems}
        openItem={openItem}
        onOpenItem={setOpenItem}
      />
      {command.refusal && <ProblemNotice problem={command.refusal} data-testid="revise-refused" />}
      <Button size="lg" disabled={command.busy} onClick={() => void save()} data-testid="revise-save">
        {t('desk.revise_save')}
      </Button>
    </Dialog>
  )
}
