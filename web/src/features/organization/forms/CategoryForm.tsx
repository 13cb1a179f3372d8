// Công nhận đảng viên chính thức; or that taken back, when it was a mistake.
import { useWords } from '../../../i18n/index.ts'
import { dayTyped } from '../../../lib/typedDay.ts'
import { dayInWords } from '../periods.ts'
import { CommandForm } from './CommandForm.tsx'
import { DayField } from './Fields.tsx'
import type { MemberFormProps } from './formProps.ts'
import { useCommandForm } from './useCommandForm.ts'

export function OfficialForm({ organizationId, member, onDone }: MemberFormProps) {
  const { t } = useWords()
  const form = useCommandForm({
    organizationId,
    initial: { from: dayInWords(member.officialFrom ?? member.on) },
    command: ({ from }) => ({
      type: 'member.setCategory',
      payload: { category: 'official', memberId: member.memberId, from: dayTyped(from) },
    }),
    onDone,
  })
  return (
    <CommandForm form={form} means={t('members.make_official_means', { name: member.name })}>
      <DayField form={form} name="from" label={t('members.official_day')} />
    </CommandForm>
  )
}

export function ProbationaryForm({ organizationId, member, onDone }: MemberFormProps) {
  const { t } = useWords()
  const form = useCommandForm({
    organizationId,
    initial: {},
    command: () => ({
      type: 'member.setCategory',
      payload: { category: 'probationary', memberId: member.memberId },
    }),
    onDone,
  })
  return <CommandForm form={form} means={t('members.undo_official_means', { name: member.name })} />
}
