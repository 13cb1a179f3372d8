// Miễn, đi nơi khác, nhiệm vụ đặc biệt, đình chỉ: for how long, by which decision or where.
import { type MemberView, type StandingKind, standingKindSchema } from '@hoi-truong/shared/organization'
import type { RuleSet } from '@hoi-truong/shared/rules'
import { useWords } from '../../../i18n/index.ts'
import { dayTyped } from '../../../lib/typedDay.ts'
import { useMeaning } from '../hooks/useMeaning.ts'
import { dayInWords } from '../periods.ts'
import { standingWords } from '../words.ts'
import { CommandForm } from './CommandForm.tsx'
import type { MemberCommand } from './checkCommand.ts'
import { ChoiceField, DayField, TextField } from './Fields.tsx'
import type { MemberFormProps } from './formProps.ts'
import { useCommandForm } from './useCommandForm.ts'

type StandingValues = Record<'kind' | 'from' | 'to' | 'decision.number' | 'decision.date' | 'ground' | 'place', string>

function commandOf(memberId: string, values: StandingValues): MemberCommand {
  const common = { memberId, from: dayTyped(values.from), to: dayTyped(values.to) || null }
  const decision = { number: values['decision.number'], date: dayTyped(values['decision.date']) }
  const payloads = {
    exempt: { ...common, kind: 'exempt', decision, ground: values.ground },
    away: { ...common, kind: 'away', place: values.place },
    specialDuty: { ...common, kind: 'specialDuty', place: values.place.trim() || null },
    suspended: { ...common, kind: 'suspended', decision },
  } as const
  return { type: 'member.setStanding', payload: payloads[values.kind as StandingKind] }
}

export function StandingForm({ organizationId, member, rules, onDone }: MemberFormProps & { rules: RuleSet }) {
  const { t } = useWords()
  const meaning = useMeaning(rules)
  const form = useCommandForm<StandingValues>({
    organizationId,
    initial: {
      kind: 'exempt',
      from: dayInWords(member.on),
      to: '',
      'decision.number': '',
      'decision.date': '',
      ground: '',
      place: '',
    },
    command: (values) => commandOf(member.memberId, values),
    onDone,
  })
  const kind = form.values.kind as StandingKind
  return (
    <CommandForm form={form} means={meaning(asMember(member, kind))}>
      <ChoiceField
        form={form}
        name="kind"
        label={t('members.kind')}
        choices={standingKindSchema.options.map((value) => ({ value, label: t(standingWords[value]) }))}
      />
      {(kind === 'exempt' || kind === 'suspended') && (
        <>
          <TextField
            form={form}
            name="decision.number"
            label={t('members.decision_number')}
            hint={t('members.decision_number_hint')}
          />
          <DayField form={form} name="decision.date" label={t('members.decision_date')} />
        </>
      )}
      {kind === 'exempt' && (
        <TextField form={form} name="ground" label={t('members.ground_field')} hint={t('members.ground_hint')} />
      )}
      {kind === 'away' && (
        <TextField form={form} name="place" label={t('members.place_away')} hint={t('members.place_away_hint')} />
      )}
      {kind === 'specialDuty' && <TextField form={form} name="place" label={t('members.place_duty')} />}
      <DayField form={form} name="from" label={t('members.from')} />
      <DayField form={form} name="to" label={t('members.to')} />
    </CommandForm>
  )
}

const asMember = ({ category, membership }: MemberView, status: StandingKind) => ({
  category,
  status,
  temporary: membership.kind === 'temporary',
})
