// The meeting room itself: head, order of business, people, panels, bar.
import { Suspense, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router'
import { needWords, useWords } from '../../../i18n/index.ts'
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'
import { useMatches } from '../../../lib/useMatches.ts'
import { AgendaStrip } from '../../agenda/room/AgendaStrip.tsx'
import { PeoplePanel } from '../../attendance/components/PeoplePanel.tsx'
import { LazyCommentsPanel } from '../../comment/lazyParts.ts'
import { useOpenedDocument } from '../../document/hooks/useOpenedDocument.ts'
import { LazyDocumentOverlay, LazyDocumentsPanel } from '../../document/lazyParts.ts'
import { DocumentsToggle } from '../../document/room/DocumentsToggle.tsx'
import { FloorStrip } from '../../floor/components/FloorStrip.tsx'
import { LazyFloorPanel } from '../../floor/lazyParts.ts'
import { SiteTools } from '../../site/components/SiteTools.tsx'
import { LazySitePanel } from '../../site/lazyParts.ts'
import { Stage } from '../../stage/components/Stage.tsx'
import { useSiteDevice } from '../../stage/hooks/useSiteDevice.ts'
import { LazyPollLines, LazyPollList, LazyPollSheet } from '../../voting/lazyParts.ts'
import { LazyLeadPanel } from '../../voting/lead/lazyParts.ts'
import { VoteDuty } from '../../voting/lead/VoteDuty.tsx'
import { useAnnouncements } from '../hooks/useAnnouncements.ts'
import { useMeetingRoles, useMeetingState } from '../hooks/useMeetingState.ts'
import { useOwnSound } from '../hooks/useOwnSound.ts'
import { useRoomCommand } from '../hooks/useRoomCommand.ts'
import { usePlace } from '../hooks/useRoomPlace.ts'
import classes from './Room.module.css'
import { type Panel, RoomBar } from './RoomBar.tsx'
import { RoomHead } from './RoomHead.tsx'
import { RoomNotices } from './RoomNotices.tsx'

// The room must not fall with the network: its parts are asked for again until they come.
const AgendaPanel = lazyWithWords(
  ['room'],
  () => import('../../agenda/room/AgendaPanel.tsx').then((part) => part.AgendaPanel),
  { keepTrying: true },
)
const DeskPanel = lazyWithWords(
  ['room', 'people', 'desk'],
  () => import('../../desk/components/DeskPanel.tsx').then((part) => part.DeskPanel),
  { keepTrying: true },
)
const ChairControls = lazyWithWords(
  ['room', 'desk'],
  () => import('../../desk/components/ChairControls.tsx').then((part) => part.ChairControls),
  { keepTrying: true },
)

/** Where the panel stands beside the people and not before them (SidePanel.module.css). */
const BESIDE = '(min-width: 64.01rem)'

export function Room() {
  const { t } = useWords()
  const place = usePlace()
  const navigate = useNavigate()
  const own = useOwnSound()
  const said = useAnnouncements()
  const command = useRoomCommand()
  const chairs = useMeetingRoles().includes('chair')
  const [panel, setPanel] = useState<Panel | null>(() => (chairs && matchMedia(BESIDE).matches ? 'course' : null))
  const [pressed, setPressed] = useState(false)
  const opened = useOpenedDocument()
  const { documents } = useMeetingState()
  const beside = useMatches(BESIDE)
  const site = useSiteDevice()

  useEffect(() => {
    // The ways out of the room, and its parts, must be open also when the network is gone by then; a failure now is no loss.
    void Promise.allSettled([
      import('./MeetingsPage.tsx'),
      import('../../record/components/RecordPage.tsx'),
      import('../../desk/components/DeskPanel.tsx'),
      import('../../desk/components/ChairControls.tsx'),
      import('../../agenda/room/AgendaPanel.tsx'),
      import('../../comment/components/Comments.tsx'),
      import('../../comment/components/CommentsPanel.tsx'),
      import('../../comment/components/DeskComments.tsx'),
      import('../../floor/components/FloorPanel.tsx'),
      import('../../floor/components/ChairFloor.tsx'),
      import('../../floor/components/NotHeardDialog.tsx'),
      import('../../floor/components/PersonActions.tsx'),
      import('../../voting/components/PollList.tsx'),
      needWords(['meetings', 'record', 'people', 'desk', 'room', 'comment', 'floor', 'device', 'voting']),
    ])
  }, [])

  const leave = async () => {
    const gone = place.leave()
    await navigate('/')
    await gone
  }
  const show = (wanted: Panel) => {
    setPressed(true)
    setPanel(wanted)
  }
  const hide = () => {
    const shown = panel
    // What opened it may itself have made way for it.
    flushSync(() => setPanel(null))
    const opener = document.querySelector<HTMLElement>(`[aria-controls="${shown}"]`)
    // On a phone some panels are opened from the menu.
    const way = opener ?? document.querySelector<HTMLElement>('[aria-controls="more"]')
    way?.focus()
  }
  const closeDocument = () => {
    const closed = `[data-document-id="${opened.documentId}"] [data-testid="document-read"]`
    opened.close()
    document.querySelector<HTMLElement>(closed)?.focus()
  }
  return (
    <div className={classes.room} data-testid="room">
      <RoomHead />
      <div>
        <AgendaStrip>
          <div className={classes.tools}>
            <DocumentsToggle
              shown={panel === 'documents'}
              onToggle={() => (panel === 'documents' ? hide() : show('documents'))}
            />
            {site && <SiteTools shown={panel === 'site'} onToggle={() => (panel === 'site' ? hide() : show('site'))} />}
          </div>
        </AgendaStrip>
        <FloorStrip
          own={own}
          command={command}
          chairs={chairs}
          onQueue={() => (chairs ? show('course') : panel === 'floor' ? hide() : show('floor'))}
          queueShown={panel === (chairs ? 'course' : 'floor')}
        />
        <Suspense fallback={null}>
          <LazyPollLines short={panel !== null && !beside} />
        </Suspense>
        <VoteDuty
          site={site}
          shown={panel}
          onVotes={() => (panel === 'votes' ? hide() : show('votes'))}
          onSite={() => (panel === 'site' ? hide() : show('site'))}
        />
        <RoomNotices own={own} command={command} />
      </div>
      <main className={classes.floor}>
        <div className={classes.place}>
          <Stage covered={opened.documentId !== null || (panel !== null && !beside)} />
          <p className={classes.said} role="status" aria-live="polite" data-testid="announcement">
            {said}
          </p>
          {opened.documentId !== null && (
            <Suspense fallback={null}>
              <LazyDocumentOverlay
                meetingId={place.meetingId}
                documentId={opened.documentId}
                documents={documents}
                onClose={closeDocument}
              />
            </Suspense>
          )}
        </div>
        <Suspense fallback={<p className={classes.partLoading}>{t('room.part_loading')}</p>}>
          {panel === 'votes' && <LazyLeadPanel onClose={hide} />}
          {panel === 'floor' && <LazyFloorPanel command={command} onClose={hide} />}
          {panel === 'people' && <PeoplePanel command={command} onClose={hide} />}
          {panel === 'site' && site && <LazySitePanel site={site} onClose={hide} />}
          {panel === 'comments' && <LazyCommentsPanel meetingId={place.meetingId} onClose={hide} />}
          {panel === 'course' && chairs && (
            <DeskPanel
              command={command}
              quiet={!pressed}
              onClose={hide}
              onPeople={() => show('people')}
              onComments={() => show('comments')}
              onDocuments={() => show('documents')}
            />
          )}
          {panel === 'course' && !chairs && <AgendaPanel onClose={hide} />}
          {panel === 'documents' && (
            <LazyDocumentsPanel meetingId={place.meetingId} onRead={opened.open} onClose={hide} />
          )}
          {panel === 'polls' && <LazyPollList onClose={hide} />}
        </Suspense>
        <Suspense fallback={null}>
          <LazyPollSheet />
        </Suspense>
      </main>
      <RoomBar
        own={own}
        shown={panel}
        chairs={chairs}
        command={command}
        onPanel={(wanted) => (panel === wanted ? hide() : show(wanted))}
        onLeave={() => void leave()}
      >
        {chairs && (
          <Suspense fallback={null}>
            <ChairControls command={command} deskShown={panel === 'course'} onDesk={() => show('course')} />
          </Suspense>
        )}
      </RoomBar>
    </div>
  )
}
