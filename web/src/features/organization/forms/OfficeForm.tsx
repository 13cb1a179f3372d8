// Bí thư, phó bí thư, chi ủy viên, for a term.
import { type HeldOffice, heldOfficeSchema } from '@hoi-truong/shared/organization'
import { useWords } from '../../../i18n/index.ts'
import { dayTyped } from '../../../lib/typedDay.ts'
import { dayInWords } from '../periods.ts'
import { officeWords } from '../words.ts'
import { CommandForm } from './CommandForm.tsx'
import { ChoiceField, DayField } from './Fields.tsx'
import type { MemberFormProps } from './formProps.ts'
import { useCommandForm } from './useCommandForm.ts'

export function OfficeForm({ organizationId, member, onDone }: MemberFormProps) {
  const { t } = useWords()
  const form = useCommandForm({
    organizationId,
    initial: { office: 'committeeMember', from: dayInWords(member.on), to: '' },
    command: ({ office, from, to }) => ({
      type: 'member.assignOffice',
      payload: {
        memberId: member.memberId,
        office: office as HeldOffice,
        from: dayTyped(from),
        to: dayTyped(to) || null,
      },
    }),
    onDone,
  })
  return (
    <CommandForm form={form} means={t('members.assign_office_means')}>
      <ChoiceField
        form={form}
        name="office"
        label={t('members.office')}
        choices={heldOfficeSchema.options.map((value) => ({ value, label: t(officeWords[value]) }))}
      />
      <DayField form={form} name="from" label={t('members.from')} />
      <DayField form={form} name="to" label={t('members.to')} />
    </CommandForm>
  )
}
