// Beside a paper in the room: show it to everybody, or stop showing it.
import type { PostedDocument } from '@hoi-truong/shared/document'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { IconPlayerStop, IconPresentation } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { newId } from '../../../lib/newId.ts'
import { Dialog } from '../../../ui/Dialog.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { useRoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import classes from './PresentButton.module.css'
import { useEndPresentation } from './useEndPresentation.ts'
import { useMayPresent } from './useMayPresent.ts'

interface PresentButtonProps {
  document: PostedDocument
  onPresented(): void
}

export function PresentButton({ document, onPresented }: PresentButtonProps) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { presentation, meeting } = useMeetingState()
  const mayPresent = useMayPresent()
  const command = useRoomCommand()
  const [asking, setAsking] = useState(false)
  const { documentId, name, type, withdrawn } = document
  if (type !== 'pdf' || withdrawn) return null
  if (presentation?.documentId === documentId) {
    const isMine = presentation.presenterId === memberId
    if (isMine || meeting.chairId === memberId) return <StopButton presentationId={presentation.presentationId} />
    return (
      <p className={classes.state} data-testid="document-presented">
        {t('present.is_on')}
      </p>
    )
  }
  if (!mayPresent) return null
  const begin = async () => {
    setAsking(false)
    if (await command.run('document.present', { presentationId: newId(), documentId })) onPresented()
  }
  const another = presentation && presentation.presenterId !== memberId ? presentation : null
  return (
    <>
      <Button
        size="lg"
        variant="default"
        leftSection={<IconPresentation aria-hidden />}
        aria-label={t('present.begin_which', { name })}
        loading={command.busy}
        onClick={() => (another ? setAsking(true) : void begin())}
        data-testid="document-present"
      >
        {t('present.begin')}
      </Button>
      {command.refusal && <ProblemNotice problem={command.refusal} data-testid="document-present-refused" />}
      {another && (
        <Dialog opened={asking} onClose={() => setAsking(false)} title={t('present.replace_title')}>
          <div className={classes.question}>
            <p>
              {t('present.replace_lead', {
                name: findInRoll(meeting, another.presenterId)?.name ?? '',
                document: name,
              })}
            </p>
            <div className={classes.answers}>
              <Button size="lg" onClick={() => void begin()} data-testid="present-replace-confirm">
                {t('present.replace_confirm')}
              </Button>
              <Button size="lg" variant="default" onClick={() => setAsking(false)} data-testid="present-replace-cancel">
                {t('common.cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}

function StopButton({ presentationId }: { presentationId: string }) {
  const { t } = useWords()
  const end = useEndPresentation(presentationId)
  return (
    <>
      <Button
        size="lg"
        variant="default"
        leftSection={<IconPlayerStop aria-hidden />}
        loading={end.busy}
        onClick={end.run}
        data-testid="document-present-stop"
      >
        {t('media.stop_share')}
      </Button>
      {end.problem && <ProblemNotice problem={end.problem} data-testid="document-present-refused" />}
    </>
  )
}
