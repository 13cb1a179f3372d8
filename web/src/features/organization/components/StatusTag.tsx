// Status in a word with a sign of its own shape: never by colour alone.
import type { MemberStatus } from '@hoi-truong/shared/organization'
import { IconArmchair, IconBan, IconMapPin, IconShield, IconUserCheck } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { statusWords } from '../words.ts'
import classes from './Members.module.css'

const signs = {
  active: IconUserCheck,
  exempt: IconArmchair,
  away: IconMapPin,
  specialDuty: IconShield,
  suspended: IconBan,
} satisfies Record<MemberStatus, unknown>

export function StatusTag({ status }: { status: MemberStatus }) {
  const { t } = useWords()
  const Sign = signs[status]
  return (
    <span className={classes.tag} data-status={status} data-testid="member-status">
      <Sign aria-hidden />
      {t(statusWords[status])}
    </span>
  )
}
