// Before the room: does the picture show, does the microphone hear. Nobody is kept out: without both one can still listen.

import { isSilentCompanion, openInterval, speaksForSite } from '@hoi-truong/shared/attendance'
import { formatMonth } from '@hoi-truong/shared/i18n'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { Button, Switch } from '@mantine/core'
import { firstClick } from '../../../ui/firstClick.ts'
import '@mantine/core/styles/InlineInput.layer.css'
import '@mantine/core/styles/Switch.layer.css'
import { IconDoorEnter, IconHeadphones, IconRefresh, IconVideoOff } from '@tabler/icons-react'
import { Suspense, useEffect, useRef } from 'react'
import { Link, useNavigate, useParams } from 'react-router'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PageHeading } from '../../../ui/PageHeading.tsx'
import { MemberFrame } from '../../account/components/MemberFrame.tsx'
import { useMeetingSnapshot, useMeetings } from '../../meeting/api/meetings.ts'
import { MeetingDoor } from '../../meeting/components/MeetingDoor.tsx'
import { siteNameIn } from '../../meeting/siteNameIn.ts'
import { kindWords } from '../../meeting/words.ts'
import { LazySiteHints } from '../../site/lazyParts.ts'
import { ConnectionTestLink } from '../connectionTest/components/ConnectionTestLink.tsx'
import type { DeviceTrouble } from '../devices/deviceTrouble.ts'
import { rememberWish } from '../devices/enteringWish.ts'
import type { LocalDevice } from '../devices/localDevices.ts'
import { troubleWords } from '../devices/troubleWords.ts'
import { localDevices, useLocalDevices } from '../hooks/useLocalDevices.ts'
import classes from './DeviceCheck.module.css'
import { DeviceSelects } from './DeviceSelects.tsx'
import { LevelMeter } from './LevelMeter.tsx'
import { VideoView } from './VideoView.tsx'

const troubleIn = ({ state }: LocalDevice): DeviceTrouble | null =>
  state === 'off' || state === 'asking' || state === 'on' ? null : state

const everyoneIn = (reply: SyncReply | undefined) =>
  reply?.kind === 'snapshot' ? (reply.state as MeetingStreamState).everyone : null

const sitesIn = (reply: SyncReply | undefined) => everyoneIn(reply)?.meeting.plan?.sites ?? []

/** The name of the site that the asking member is counted at: as one whose device is silent there, or as the one who speaks for it. */
function ownSite(reply: SyncReply | undefined): Record<'companion' | 'speaksFor', string | null> {
  const none = { companion: null, speaksFor: null }
  const everyone = everyoneIn(reply)
  const memberId = reply?.viewer.memberId
  const place = everyone && memberId ? openInterval(everyone.attendance, memberId)?.place : undefined
  if (!everyone || !memberId || place?.kind !== 'site') return none
  const { meeting, attendance } = everyone
  const name = siteNameIn(meeting, place.siteId)
  if (isSilentCompanion(meeting, attendance, memberId)) return { ...none, companion: name }
  return speaksForSite(meeting, attendance, memberId) ? { ...none, speaksFor: name } : none
}

export function DeviceCheckPage() {
  return (
    <MeetingDoor>
      <DeviceCheck />
    </MeetingDoor>
  )
}

function DeviceCheck() {
  const { t } = useWords()
  const { meetingId = '' } = useParams()
  const navigate = useNavigate()
  const meeting = useMeetings().data?.find((candidate) => candidate.meetingId === meetingId)
  const camera = useLocalDevices((state) => state.camera)
  const microphone = useLocalDevices((state) => state.microphone)
  const muted = useLocalDevices((state) => state.muted)
  const entering = useRef(false)
  const snapshot = useMeetingSnapshot(meetingId)
  const { companion: site, speaksFor } = ownSite(snapshot.data)
  // Who is counted at a site is asked for nothing; where nobody can say, the devices are tried as for everybody.
  const asksDevices = site === null && (snapshot.data !== undefined || snapshot.failureReason !== null)

  useEffect(() => {
    entering.current = false
    if (!asksDevices) return
    void localDevices.openBoth()
    return () => {
      // Into the room they go along; anywhere else they are let go.
      if (!entering.current) localDevices.closeAll()
    }
  }, [asksDevices])

  const enter = (withCamera: boolean) => {
    entering.current = true
    if (!withCamera) localDevices.close('camera')
    const { camera, microphone, muted } = localDevices.store.getState()
    rememberWish(meetingId, { camera: camera.state === 'on', microphone: microphone.state === 'on', muted })
    void navigate(`/meetings/${meetingId}`)
  }

  if (site !== null) {
    return (
      <MemberFrame>
        <PageHeading>{t('device.companion_title')}</PageHeading>
        <Notice tone="info" data-testid="companion">
          <p>{t('device.companion', { site })}</p>
        </Notice>
        <div className={classes.buttons}>
          <Button
            size="xl"
            leftSection={<IconDoorEnter aria-hidden />}
            onClick={firstClick(() => enter(false))}
            data-testid="device-join-listen"
          >
            {t('device.join')}
          </Button>
        </div>
        <Link to="/" className={classes.back}>
          {t('common.back')}
        </Link>
      </MemberFrame>
    )
  }

  const asking = camera.state === 'asking' || microphone.state === 'asking'
  const cameraTrouble = troubleIn(camera)
  const microphoneTrouble = troubleIn(microphone)
  return (
    <MemberFrame>
      <div>
        <PageHeading>{t('device.title')}</PageHeading>
        {meeting && (
          <p className={classes.meeting}>
            {t('meetings.kind_month', { kind: t(kindWords[meeting.kind]), month: formatMonth(meeting.month) })} ·{' '}
            {meeting.organizationName}
          </p>
        )}
      </div>
      <div className={classes.columns}>
        <div className={classes.preview} data-testid="device-camera-preview">
          {camera.track ? (
            <VideoView track={camera.track} mirrored label={t('device.preview')} />
          ) : (
            <p className={classes.noPicture}>
              <IconVideoOff aria-hidden />
              {t('device.no_picture')}
            </p>
          )}
        </div>
        <div className={classes.side}>
          {speaksFor !== null && (
            <Suspense fallback={null}>
              <LazySiteHints site={speaksFor} />
            </Suspense>
          )}
          {asking && (
            <Notice tone="info" title={t('device.ask_title')}>
              <p>{t('device.ask_lead')}</p>
            </Notice>
          )}
          {cameraTrouble && (
            <Notice tone="trouble" urgent data-testid="device-error">
              <p>{t(troubleWords.camera[cameraTrouble])}</p>
            </Notice>
          )}
          {microphoneTrouble && (
            <Notice tone="trouble" urgent data-testid="device-error">
              <p>{t(troubleWords.microphone[microphoneTrouble])}</p>
            </Notice>
          )}
          {(cameraTrouble || microphoneTrouble) && (
            <Button
              size="md"
              variant="default"
              leftSection={<IconRefresh aria-hidden />}
              onClick={() => void localDevices.openBoth()}
              data-testid="device-retry"
            >
              {t('device.retry')}
            </Button>
          )}
          {!asking && <LevelMeter track={microphone.track} />}
          <Switch
            size="lg"
            classNames={{ body: classes.switch }}
            label={t('device.enter_silent')}
            checked={muted}
            onChange={(event) => localDevices.setMuted(event.currentTarget.checked)}
            data-testid="device-enter-silent"
          />
          <div className={classes.buttons}>
            {microphone.track ? (
              <>
                {camera.track && (
                  <Button
                    size="xl"
                    leftSection={<IconDoorEnter aria-hidden />}
                    onClick={firstClick(() => enter(true))}
                    data-testid="device-join"
                  >
                    {t('device.join')}
                  </Button>
                )}
                <Button
                  size={camera.track ? 'lg' : 'xl'}
                  variant={camera.track ? 'default' : 'filled'}
                  leftSection={<IconVideoOff aria-hidden />}
                  onClick={firstClick(() => enter(false))}
                  data-testid="device-join-voice-only"
                >
                  {t('media.audio_only')}
                </Button>
              </>
            ) : (
              <Button
                size={asking ? 'lg' : 'xl'}
                variant={asking ? 'default' : 'filled'}
                leftSection={<IconHeadphones aria-hidden />}
                onClick={firstClick(() => enter(camera.track !== null))}
                data-testid="device-join-listen"
              >
                {t('device.join_listen')}
              </Button>
            )}
          </div>
          {(speaksFor === null ? sitesIn(snapshot.data) : []).map(({ siteId, name }) => (
            <Link
              key={siteId}
              to={`/meetings/${meetingId}/check-in/${siteId}`}
              className={classes.back}
              data-testid="device-at-site"
              data-site-id={siteId}
            >
              {t('device.at_site', { site: name })}
            </Link>
          ))}
          <DeviceSelects open={speaksFor !== null} />
          <ConnectionTestLink meetingId={meetingId} />
          <Link to="/" className={classes.back}>
            {t('common.back')}
          </Link>
        </div>
      </div>
    </MemberFrame>
  )
}
