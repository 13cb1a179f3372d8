// One line of the roll: who, what they are, and what the roll call has noted. At which site they are stands above the lines.
import type { Presence, RollLine } from '@hoi-truong/shared/attendance'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { IconCircleCheckFilled, IconCircleDashed, IconCircleX, IconEye, IconMailCheck } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { memberStatusWords, nowWords, standingOf } from '../words.ts'
import classes from './PeoplePanel.module.css'
import { RollRemarks } from './RollRemarks.tsx'

const signs = {
  present: IconCircleCheckFilled,
  left: IconCircleX,
  watching: IconEye,
  absenceAnnounced: IconMailCheck,
  notArrived: IconCircleDashed,
} satisfies Record<Presence, unknown>

export interface PersonRowProps {
  line: RollLine
  meeting: MeetingState
  guest: boolean
  onRollCall?: () => void
  /** What else can be done at this name. */
  actions?: React.ReactNode
}

export function PersonRow({ line, meeting, guest, onRollCall, actions }: PersonRowProps) {
  const { t } = useWords()
  const { entry, presence, place, late, willAttend } = line
  const Sign = signs[presence]
  const status = memberStatusWords[entry.status]
  const standing = guest ? (entry.title ?? t('role.delegate_guest')) : t(standingOf(entry))
  return (
    <li
      className={classes.row}
      data-testid="person-row"
      data-member-id={entry.memberId}
      data-presence={presence}
      data-mark={line.mark}
      data-late={late}
    >
      <Sign className={classes.sign} aria-hidden />
      <div>
        <span className={classes.name}>{entry.name}</span>
        <span className={classes.standing}>{status ? `${standing} · ${t(status)}` : standing}</span>
        {willAttend && presence === 'notArrived' && <span className={classes.standing}>{t('people.will_attend')}</span>}
      </div>
      <span className={classes.presence}>
        {presence === 'present' && place?.kind === 'site' ? t('roll.present') : nowWords(t, meeting, line)}
        <RollRemarks line={line} onRollCall={onRollCall} data-testid="person-roll-call" />
        {actions}
      </span>
    </li>
  )
}
