// Điều hành: where the meeting stands, what is missing before the next step, and the order of business to jump in.
import { currentItem } from '@hoi-truong/shared/agenda'
import { findInRoll } from '@hoi-truong/shared/meeting'
import { Button } from '@mantine/core'
import { IconArrowsExchange, IconEdit, IconRefresh } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { lazyWithWords } from '../../../i18n/lazyWithWords.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { SidePanel } from '../../../ui/SidePanel.tsx'
import { AgendaList } from '../../agenda/room/AgendaList.tsx'
import { ItemTime } from '../../agenda/room/AgendaStrip.tsx'
import { titleOf } from '../../agenda/room/titleOf.ts'
import { QuorumLine } from '../../attendance/components/RollFigures.tsx'
import { SiteLinks } from '../../attendance/components/SiteLinks.tsx'
import { LazyDeskComments } from '../../comment/lazyParts.ts'
import { LazyChairFloor } from '../../floor/lazyParts.ts'
import { useMeetingMinute, useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import type { RoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { LazyDeskPolls } from '../../voting/lead/lazyParts.ts'
import { useNextStep } from '../hooks/useNextStep.ts'
import { mayStart } from '../nextStep.ts'
import classes from './Desk.module.css'
import { Findings, QuorumButton } from './Findings.tsx'
import { HandOverDialog } from './HandOverDialog.tsx'
import { MinimumTime } from './MinimumTime.tsx'
import { MinutesSecretary } from './MinutesSecretary.tsx'

const ReviseAgenda = lazyWithWords(
  ['desk', 'prepare'],
  () => import('./ReviseAgenda.tsx').then((part) => part.ReviseAgenda),
  { keepTrying: true },
)

export interface DeskPanelProps {
  command: RoomCommand
  /** Shown on entering: takes no focus. */
  quiet: boolean
  onClose(): void
  onPeople(): void
  onDocuments(): void
  onComments(): void
}

export function DeskPanel({ command, quiet, onClose, onPeople, onDocuments, onComments }: DeskPanelProps) {
  const { t } = useWords()
  const state = useMeetingState()
  const { meeting, agenda, attendance } = state
  const call = useRollCall()
  const now = useMeetingMinute()
  const planned = useNextStep()
  const [handingOver, setHandingOver] = useState(false)
  const [revising, setRevising] = useState(false)
  const open = meeting.status === 'open'
  const item = currentItem(agenda)
  const findings = planned?.findings ?? []
  const asksForQuorum = findings.some(({ code }) => code === 'quorumUnconfirmed')
  return (
    <SidePanel
      id="course"
      title={t('desk.title')}
      onClose={onClose}
      quiet={quiet}
      testIds={{ panel: 'desk', close: 'desk-close' }}
    >
      <section aria-labelledby="desk-where">
        <h3 id="desk-where">{t('desk.where')}</h3>
        <p className={classes.where} data-testid="desk-where">
          <strong>{!open ? t('desk.not_open') : item ? titleOf(agenda.items, item) : t('course.between')}</strong>
          {item && <ItemTime itemId={item.itemId} minutes={item.minutes} />}
        </p>
        <MinimumTime />
      </section>

      <Suspense fallback={null}>
        <LazyDeskPolls />
      </Suspense>

      {open && (
        <Suspense fallback={null}>
          <LazyChairFloor command={command} />
        </Suspense>
      )}

      {open && state.comments.length > 0 && (
        <Suspense fallback={null}>
          <LazyDeskComments command={command} onAll={onComments} />
        </Suspense>
      )}

      <section aria-labelledby="desk-missing" className={classes.findings}>
        <h3 id="desk-missing">{t('desk.missing')}</h3>
        {findings.length === 0 ? (
          <Notice tone="good">
            <p>{t('desk.nothing_missing')}</p>
          </Notice>
        ) : (
          <Findings findings={findings} command={command} onPeople={onPeople} onDocuments={onDocuments} />
        )}
      </section>

      <section aria-labelledby="desk-roll" className={classes.findings}>
        <h3 id="desk-roll">{t('roll.title')}</h3>
        <QuorumLine quorum={call.quorum} confirmed={attendance.quorum} />
        {open && attendance.quorum === null && !asksForQuorum && <QuorumButton command={command} />}
        <SiteLinks />
      </section>

      <p className={classes.lead}>{open && t('desk.agenda_lead')}</p>
      <AgendaList
        meeting={meeting}
        agenda={agenda}
        now={now}
        busy={command.busy}
        {...(open && {
          onStart: ({ itemId }) => void command.run('agenda.start', { itemId }),
          blockedBy: (candidate) => (mayStart(state, call, candidate) ? null : t('desk.item_blocked')),
        })}
      />

      <section className={classes.findings} aria-label={t('desk.officers')}>
        <MinutesSecretary
          command={command}
          current={meeting.minutesSecretaryId ? (findInRoll(meeting, meeting.minutesSecretaryId)?.name ?? null) : null}
        />
        {open && (
          <Button
            variant="default"
            size="md"
            leftSection={<IconEdit aria-hidden />}
            onClick={() => setRevising(true)}
            data-testid="agenda-revise"
          >
            {t('desk.revise')}
          </Button>
        )}
        {/* From the opening on the roll is what was called, until somebody says otherwise. */}
        {open && (
          <Button
            variant="default"
            size="md"
            leftSection={<IconRefresh aria-hidden />}
            disabled={command.busy}
            onClick={() => void command.run('meeting.updateRoll')}
            data-testid="roll-update"
          >
            {t('desk.update_roll')}
          </Button>
        )}
        <Button
          variant="default"
          size="md"
          leftSection={<IconArrowsExchange aria-hidden />}
          onClick={() => setHandingOver(true)}
          data-testid="hand-over"
        >
          {t('desk.hand_over')}
        </Button>
      </section>
      {revising && (
        <Suspense fallback={null}>
          <ReviseAgenda onClose={() => setRevising(false)} />
        </Suspense>
      )}
      <HandOverDialog opened={handingOver} command={command} onClose={() => setHandingOver(false)} />
    </SidePanel>
  )
}
