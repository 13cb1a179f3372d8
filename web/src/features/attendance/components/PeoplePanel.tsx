// Everybody of this meeting and the roll call, the same for all; whoever keeps the roll has one more button at each name.
import { may } from '@hoi-truong/shared/permissions'
import { Suspense, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { LazyPersonActions } from '../../floor/lazyParts.ts'
import { useMeeting, useRoomState } from '../../meeting/hooks/useMeeting.ts'
import { useMeetingRoles, useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { peopleGroups } from '../peopleGroups.ts'
import { Corrections } from './Corrections.tsx'
import classes from './PeoplePanel.module.css'
import { PersonRow } from './PersonRow.tsx'
import { QuorumLine, RollFigures } from './RollFigures.tsx'
import { SiteLinks } from './SiteLinks.tsx'

const PersonDialog = lazyWithWords(
  ['people', 'rollcall'],
  () => import('./PersonDialog.tsx').then((part) => part.PersonDialog),
  { keepTrying: true },
)

export function PeoplePanel({ command, onClose }: { command: RoomCommand; onClose(): void }) {
  const { t } = useWords()
  const { room } = useMeeting()
  const state = useMeetingState()
  const { meeting, attendance } = state
  const call = useRollCall()
  const roles = useMeetingRoles()
  const notices = useRoomState(({ followed }) => followed?.state.bureau.attendance)
  const [chosen, setChosen] = useState<string | null>(null)
  const leadsFloor = may(roles, 'floor.grant')
  const keepsRoll = may(roles, 'attendance.recordAbsence') || may(roles, 'attendance.correct')
  return (
    <SidePanel
      id="people"
      title={t('people.title')}
      onClose={onClose}
      testIds={{ panel: 'people-list', close: 'people-close' }}
    >
      <RollFigures call={call} />
      <QuorumLine quorum={call.quorum} confirmed={attendance.quorum} />
      <SiteLinks />
      {peopleGroups(t, meeting, call).map(({ id, title, lines, guests }) => (
        <section key={id} aria-labelledby={`people-${id}`}>
          <h3 id={`people-${id}`}>
            {title} ({lines.length})
          </h3>
          <ul className={classes.rows}>
            {lines.map((line) => (
              <PersonRow
                key={line.entry.memberId}
                line={line}
                meeting={meeting}
                guest={guests}
                {...(keepsRoll && { onRollCall: () => setChosen(line.entry.memberId) })}
                {...(leadsFloor && {
                  actions: (
                    <Suspense fallback={null}>
                      <LazyPersonActions memberId={line.entry.memberId} command={command} />
                    </Suspense>
                  ),
                })}
              />
            ))}
          </ul>
        </section>
      ))}
      <Corrections meeting={meeting} attendance={attendance} />
      {chosen !== null && (
        <Suspense fallback={null}>
          <PersonDialog
            memberId={chosen}
            state={state}
            call={call}
            roles={roles}
            notices={notices ?? []}
            send={(type, payload) => room.command(type, payload)}
            onClose={() => setChosen(null)}
          />
        </Suspense>
      )}
    </SidePanel>
  )
}
