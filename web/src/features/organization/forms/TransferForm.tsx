// Chuyển sinh hoạt đảng đi. The branch secretary knows the other branch by its name; the number on the card leads that branch to the member.
import { useWords } from '../../../i18n/index.ts'
import { dayTyped } from '../../../lib/typedDay.ts'
import { dayInWords } from '../periods.ts'
import { CommandForm } from './CommandForm.tsx'
import { DayField, TextField } from './Fields.tsx'
import type { MemberFormProps } from './formProps.ts'
import { useCommandForm } from './useCommandForm.ts'

export function TransferForm({ organizationId, member, onDone }: MemberFormProps) {
  const { t } = useWords()
  const form = useCommandForm({
    organizationId,
    initial: { destinationName: '', to: dayInWords(member.on) },
    command: ({ destinationName, to }) => ({
      type: 'member.transferOut',
      payload: { memberId: member.memberId, to: dayTyped(to), destinationId: null, destinationName },
    }),
    begins: member.membership.from,
    onDone,
  })
  return (
    <CommandForm
      form={form}
      means={t('members.transfer_out_means', { name: member.name })}
      submit={t('members.transfer_out')}
    >
      <TextField
        form={form}
        name="destinationName"
        label={t('members.destination')}
        hint={t('members.destination_hint')}
      />
      <DayField form={form} name="to" label={t('members.last_day_here')} />
    </CommandForm>
  )
}
