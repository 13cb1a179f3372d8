// Tiếp nhận sinh hoạt đảng, by the number on the card: names are many, the number is one.
import { type MembershipKind, membershipKindSchema } from '@hoi-truong/shared/organization'
import { useWords } from '../../../i18n/index.ts'
import { dayTyped } from '../../../lib/typedDay.ts'
import { dayInWords } from '../periods.ts'
import { CommandForm } from './CommandForm.tsx'
import { ChoiceField, DayField, TextField } from './Fields.tsx'
import { useCommandForm } from './useCommandForm.ts'

const kindLabels = { regular: 'members.receive_regular', temporary: 'members.receive_temporary' } as const
const kindMeanings = {
  regular: 'members.receive_means_regular',
  temporary: 'members.receive_means_temporary',
} as const

export interface ReceiveFormProps {
  organizationId: string
  /** In Vietnam, by the server's clock. */
  today: string
  onDone(): void
}

export function ReceiveForm({ organizationId, today, onDone }: ReceiveFormProps) {
  const { t } = useWords()
  const form = useCommandForm({
    organizationId,
    initial: { memberNumber: '', kind: 'regular', from: dayInWords(today), to: '' },
    command: ({ memberNumber, kind, from, to }) => ({
      type: 'member.receive',
      payload: {
        // Numbers are read off a card, in groups: spaces are no mistake.
        memberNumber: memberNumber.replaceAll(/\s+/g, ''),
        kind: kind as MembershipKind,
        from: dayTyped(from),
        to: kind === 'temporary' ? dayTyped(to) || null : null,
      },
    }),
    onDone,
  })
  const kind = form.values.kind as MembershipKind
  return (
    <CommandForm form={form} means={t(kindMeanings[kind])} submit={t('members.receive')}>
      <TextField
        form={form}
        name="memberNumber"
        label={t('members.receive_number')}
        hint={t('members.receive_number_hint')}
      />
      <ChoiceField
        form={form}
        name="kind"
        label={t('members.receive_kind')}
        choices={membershipKindSchema.options.map((value) => ({ value, label: t(kindLabels[value]) }))}
      />
      <DayField form={form} name="from" label={t('members.from')} />
      {kind === 'temporary' && <DayField form={form} name="to" label={t('members.to')} />}
    </CommandForm>
  )
}
