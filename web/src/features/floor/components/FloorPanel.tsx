// Danh sách đăng ký phát biểu, for everybody: who has the floor, who waits in which order, who has spoken.
import { currentSpeech } from '@hoi-truong/shared/floor'
import { formatElapsed } from '@hoi-truong/shared/i18n'
import { Button } from '@mantine/core'
import { IconHandOff } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { speakerWords } from '../speakerWords.ts'
import classes from './Floor.module.css'
import { QueueName } from './QueueName.tsx'
import { SpeechClock } from './SpeechClock.tsx'

export function FloorPanel({ command, onClose }: { command: RoomCommand; onClose(): void }) {
  const { t } = useWords()
  const { memberId } = useMeeting()
  const { meeting, floor } = useMeetingState()
  const speech = currentSpeech(floor)
  const over = floor.speeches.flatMap((one) => (one.endedAt === null ? [] : [{ ...one, endedAt: one.endedAt }]))
  return (
    <SidePanel
      id="floor"
      title={t('speech.queue')}
      onClose={onClose}
      testIds={{ panel: 'floor-panel', close: 'floor-close' }}
    >
      <section aria-labelledby="floor-now">
        <h3 id="floor-now">{t('speech.now_speaking')}</h3>
        {speech ? (
          <p className={classes.speaker}>
            <strong>{speakerWords(t, meeting, speech)}</strong> <SpeechClock speech={speech} />
          </p>
        ) : (
          <p className={classes.soft}>{t('floor.nobody_speaks')}</p>
        )}
      </section>
      <section aria-labelledby="floor-queue">
        <h3 id="floor-queue">{t('floor.queue_of', { title: t('speech.next'), count: floor.hands.length })}</h3>
        {floor.hands.length === 0 ? (
          <p className={classes.soft}>{t('floor.queue_empty')}</p>
        ) : (
          <>
            <p className={classes.soft}>{t('floor.order_hint')}</p>
            <ol className={classes.queue} data-testid="floor-queue">
              {floor.hands.map((hand) => (
                <li key={hand.handId} className={classes.hand} data-own={hand.memberId === memberId}>
                  <QueueName hand={hand} />
                  {hand.memberId === memberId && (
                    <Button
                      size="md"
                      variant="default"
                      disabled={command.busy}
                      leftSection={<IconHandOff aria-hidden />}
                      onClick={firstClick(() => void command.run('floor.lowerHand', { handId: hand.handId }))}
                      data-testid="hand-lower-own"
                    >
                      {t('speech.lower_hand')}
                    </Button>
                  )}
                </li>
              ))}
            </ol>
          </>
        )}
      </section>
      {over.length > 0 && (
        <section aria-labelledby="floor-before">
          <h3 id="floor-before">{t('floor.spoke_before')}</h3>
          <ol className={classes.before} data-testid="floor-before">
            {over.map((one) => (
              <li key={one.speechId}>
                {t('floor.spoke_line', {
                  name: speakerWords(t, meeting, one),
                  time: formatElapsed(Date.parse(one.endedAt) - Date.parse(one.startedAt)),
                })}
              </li>
            ))}
          </ol>
        </section>
      )}
    </SidePanel>
  )
}
