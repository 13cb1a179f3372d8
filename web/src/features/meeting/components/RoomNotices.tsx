// What the people in the room must know or do: sound held back by the browser, taken over elsewhere, refused, a follower present.
import { Button } from '@mantine/core'
import { IconEye, IconGavel, IconHeadphones, IconLogin2, IconVolumeOff } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { OwnVoiceNotices } from '../../floor/components/OwnVoiceNotices.tsx'
import { RoomLinkNotice } from '../../media/link/RoomLinkNotice.tsx'
import { useChairGone } from '../hooks/useChairGone.ts'
import { useRoomState } from '../hooks/useMeeting.ts'
import { useRollCall } from '../hooks/useMeetingState.ts'
import type { useOwnSound } from '../hooks/useOwnSound.ts'
import type { RoomCommand } from '../hooks/useRoomCommand.ts'
import { useMediaView, usePlace } from '../hooks/useRoomPlace.ts'
import { useSilenced } from '../hooks/useSilenced.ts'
import classes from './Room.module.css'

export interface RoomNoticesProps {
  own: ReturnType<typeof useOwnSound>
  command: RoomCommand
}

export function RoomNotices({ own, command }: RoomNoticesProps) {
  const { t } = useWords()
  const place = usePlace()
  const problem = useRoomState((state) => state.problem)
  const chainFault = useRoomState((state) => state.chainFault)
  const stopped = useMediaView((view) => view.stopped)
  const blocked = useStore(place.audio.store, (state) => state.blocked)
  const { members, followers } = useRollCall()
  const silenced = useSilenced()
  const chairGone = useChairGone()
  const { refusal, busy, dismiss, run } = command
  const watches = members.some(({ entry, presence }) => entry.memberId === place.memberId && presence === 'watching')
  return (
    <div className={classes.notices}>
      <RoomLinkNotice />
      {problem && <ProblemNotice problem={problem} data-testid="room-problem" />}
      {refusal && (
        <ProblemNotice problem={refusal} data-testid="command-refused">
          <PlainButton onClick={dismiss}>{t('common.close')}</PlainButton>
        </ProblemNotice>
      )}
      {stopped && (
        <Notice tone="trouble" urgent data-testid="media-stopped">
          <p>{t(`error.${stopped}`)}</p>
          {(stopped === 'PEER_REPLACED' || stopped === 'PEER_REMOVED') && (
            <Button
              size="lg"
              leftSection={<IconLogin2 aria-hidden />}
              onClick={() => place.media.start()}
              data-testid="continue-here"
            >
              {t(stopped === 'PEER_REPLACED' ? 'room.continue_here' : 'room.enter_again')}
            </Button>
          )}
        </Notice>
      )}
      {blocked && (
        <Notice tone="info" urgent>
          <p>{t('room.hear_lead')}</p>
          <Button
            size="xl"
            leftSection={<IconHeadphones aria-hidden />}
            onClick={() => void place.audio.unblock()}
            data-testid="hear"
          >
            {t('room.hear')}
          </Button>
        </Notice>
      )}
      {own.trouble && (
        <Notice tone="trouble" urgent data-testid="device-error">
          <p>{t(own.trouble)}</p>
          <PlainButton onClick={own.dismiss}>{t('common.close')}</PlainButton>
        </Notice>
      )}
      <OwnVoiceNotices own={own} />
      {chairGone && (
        <Notice tone="trouble" urgent data-testid="chair-gone">
          <p>{t('room.chair_gone', { name: chairGone })}</p>
          <Button
            size="lg"
            disabled={busy}
            leftSection={<IconGavel aria-hidden />}
            onClick={() => void run('meeting.takeChair')}
            data-testid="take-chair"
          >
            {t('room.take_chair')}
          </Button>
        </Notice>
      )}
      {silenced !== null && (
        <p className={classes.note} role="status" data-testid="companion">
          <IconVolumeOff aria-hidden />
          {t('room.companion', { site: silenced })}
        </p>
      )}
      {watches && (
        <p className={classes.note} role="status" data-testid="watching">
          <IconEye aria-hidden />
          {t('room.watching')}
        </p>
      )}
      {chainFault !== null && (
        <Notice tone="trouble" urgent data-testid="chain-fault">
          <p>{t('room.chain_broken', { seq: chainFault })}</p>
        </Notice>
      )}
      {followers
        .filter(({ presence }) => presence === 'present')
        .map(({ entry }) => (
          <p key={entry.memberId} className={classes.note} data-testid="follower-here">
            <IconEye aria-hidden />
            {t('room.follower_here', { name: entry.name, title: entry.title ?? t('role.upper_observer') })}
          </p>
        ))}
    </div>
  )
}
