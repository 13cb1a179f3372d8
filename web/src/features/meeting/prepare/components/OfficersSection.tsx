// Who leads, who takes over, who writes.
import { NativeSelect } from '@mantine/core'
import { useWords } from '../../../../i18n/index.ts'
import { mayLead, mayServe } from '../firstPlan.ts'
import { fieldOf } from '../planForm.ts'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { choices } from './people.ts'
import { Section } from './Section.tsx'

export function OfficersSection({ form, change, preparation: { members } }: FormSectionProps) {
  const { t } = useWords()
  // Whoever presented because they chaired hands that on with the chair.
  const chairedBy = (chairId: string) =>
    change({
      chairId,
      agenda: form.agenda.map((item) =>
        item.presenterId === form.chairId ? { ...item, presenterId: chairId || null } : item,
      ),
    })
  return (
    <Section id="prepare-officers" title={t('prepare.section_officers')}>
      <div className={classes.fields}>
        <NativeSelect
          id={fieldOf.chair}
          className={classes.half}
          size="md"
          label={t('role.chair')}
          value={form.chairId}
          onChange={(event) => chairedBy(event.currentTarget.value)}
          data={choices(members, mayLead, form.chairId, t)}
          data-testid="prepare-chair"
        />
        <NativeSelect
          className={classes.half}
          size="md"
          label={t('prepare.stand_in')}
          value={form.standInId}
          onChange={(event) => change({ standInId: event.currentTarget.value })}
          data={choices(members, mayLead, form.standInId, t)}
          data-testid="prepare-stand-in"
        />
        <NativeSelect
          id={fieldOf.minutesSecretary}
          className={classes.half}
          size="md"
          label={t('role.minutes_secretary')}
          description={t('prepare.minutes_secretary_hint')}
          value={form.minutesSecretaryId}
          onChange={(event) => change({ minutesSecretaryId: event.currentTarget.value })}
          data={choices(members, mayServe, form.minutesSecretaryId, t)}
          data-testid="prepare-minutes-secretary"
        />
      </div>
    </Section>
  )
}
