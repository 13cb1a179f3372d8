// What the people in the room must know or do: sound held back by the browser, taken over elsewhere, refused, a follower present.

import type { MessageKey } from '@hoi-truong/shared/i18n'
import { Button } from '@mantine/core'
import { IconEye, IconHeadphones, IconLogin2 } from '@tabler/icons-react'
import { useStore } from 'zustand'
import { useWords } from '../../../i18n/index.ts'
import type { Problem } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { useRollCall } from '../hooks/useMeetingState.ts'
import { useMediaView, usePlace, useRoomState } from '../hooks/useRoomPlace.ts'
import classes from './Room.module.css'

export interface RoomNoticesProps {
  deviceTrouble: MessageKey | null
  onDeviceTroubleSeen(): void
  refusal: Problem | null
  onRefusalSeen(): void
}

export function RoomNotices(props: RoomNoticesProps) {
  const { t } = useWords()
  const place = usePlace()
  const problem = useRoomState((state) => state.problem)
  const chainFault = useRoomState((state) => state.chainFault)
  const stopped = useMediaView((view) => view.stopped)
  const blocked = useStore(place.audio.store, (state) => state.blocked)
  const { followers } = useRollCall()
  return (
    <div className={classes.notices}>
      {problem && <ProblemNotice problem={problem} data-testid="room-problem" />}
      {props.refusal && (
        <ProblemNotice problem={props.refusal} data-testid="command-refused">
          <PlainButton onClick={props.onRefusalSeen}>{t('common.close')}</PlainButton>
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
      {props.deviceTrouble && (
        <Notice tone="trouble" urgent data-testid="device-error">
          <p>{t(props.deviceTrouble)}</p>
          <PlainButton onClick={props.onDeviceTroubleSeen}>{t('common.close')}</PlainButton>
        </Notice>
      )}
      {chainFault !== null && (
        <Notice tone="trouble" urgent data-testid="chain-fault">
          <p>{t('room.chain_broken', { seq: chainFault })}</p>
        </Notice>
      )}
      {followers
        .filter(({ presence }) => presence === 'present')
        .map(({ entry }) => (
          <p key={entry.memberId} className={classes.follower} data-testid="follower-here">
            <IconEye aria-hidden />
            {t('room.follower_here', { name: entry.name, title: entry.title ?? t('role.upper_observer') })}
          </p>
        ))}
    </div>
  )
}
