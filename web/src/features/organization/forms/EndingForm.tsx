// The end of a standing, an office or a temporary stay; or the whole of it taken back, when it was a mistake.
import { dayBefore } from '@hoi-truong/shared/organization'
import { useWords } from '../../../i18n/index.ts'
import { dayTyped } from '../../../lib/typedDay.ts'
import { dayInWords } from '../periods.ts'
import { CommandForm } from './CommandForm.tsx'
import type { MemberCommand } from './checkCommand.ts'
import { ChoiceField, DayField } from './Fields.tsx'
import type { MemberFormProps } from './formProps.ts'
import { useCommandForm } from './useCommandForm.ts'

type EndingValues = Record<'how' | 'to', string>

export interface EndingFormProps extends MemberFormProps {
  /** Where it begins; without a beginning on record it cannot be taken back. */
  from: string | null
  /** Where it would end by itself. */
  to: string | null
  means: string
  command(to: string): MemberCommand
}

export function EndingForm({ organizationId, member, from, to, means, command, onDone }: EndingFormProps) {
  const { t } = useWords()
  const mistake = (values: EndingValues) => values.how === 'mistake' && from !== null
  const form = useCommandForm<EndingValues>({
    organizationId,
    initial: { how: 'end', to: dayInWords(to ?? member.on) },
    command: (values) => command(mistake(values) && from !== null ? dayBefore(from) : dayTyped(values.to)),
    takesBack: mistake,
    begins: from,
    onDone,
  })
  return (
    <CommandForm form={form} means={means}>
      {from !== null && (
        <ChoiceField
          form={form}
          name="how"
          label={t('members.how')}
          choices={[
            { value: 'end', label: t('members.how_end') },
            { value: 'mistake', label: t('members.how_mistake') },
          ]}
        />
      )}
      {!mistake(form.values) && <DayField form={form} name="to" label={t('members.last_day')} />}
    </CommandForm>
  )
}
