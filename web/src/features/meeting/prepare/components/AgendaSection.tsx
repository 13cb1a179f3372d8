// The order of business with its sum, and how it becomes the branch's own template.
import { Button } from '@mantine/core'
import { IconDeviceFloppy } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useWords } from '../../../../i18n/index.ts'
import { newId } from '../../../../lib/newId.ts'
import { type Problem, problemOf } from '../../../../lib/problem.ts'
import { Notice } from '../../../../ui/Notice.tsx'
import { ProblemNotice } from '../../../../ui/ProblemNotice.tsx'
import { giveCommand } from '../../../account/api/giveCommand.ts'
import { AgendaEditor } from '../../../agenda/components/AgendaEditor.tsx'
import { isEdited, templateOf, totalMinutes } from '../../../agenda/editAgenda.ts'
import { preparationQuery } from '../api/preparation.ts'
import { mayServe } from '../firstPlan.ts'
import { lengthOf } from '../length.ts'
import { fieldOf, type PlanForm } from '../planForm.ts'
import type { FormSectionProps } from './formSection.ts'
import classes from './Prepare.module.css'
import { Section } from './Section.tsx'

const asText = ({ kind, agenda }: PlanForm): string => JSON.stringify([kind, templateOf(agenda)])

export interface AgendaSectionProps extends FormSectionProps {
  openItem: string | null
  onOpenItem(itemId: string | null): void
}

export function AgendaSection({ form, change, preparation, openItem, onOpenItem }: AgendaSectionProps) {
  const { t } = useWords()
  const { rules, members, template, templateIsOwn } = preparation
  const planned = totalMinutes(form.agenda)
  const minimum = rules.minimumMinutes[form.kind]
  const over = planned - (lengthOf(form) ?? planned)
  const edited = isEdited(form.agenda, template)
  // Told for as long as what was kept is what stands here.
  const [kept, setKept] = useState<string | null>(null)
  const isKept = kept !== null && kept === asText(form)
  const presenters = [
    ...members.filter(mayServe).map(({ memberId, name }) => ({ id: memberId, name })),
    ...form.guests
      .filter(({ name }) => name.trim() !== '')
      .map(({ guestId, memberId, name }) => ({ id: memberId ?? guestId, name })),
  ]
  const origin = edited
    ? 'prepare.agenda_edited'
    : templateIsOwn
      ? 'prepare.agenda_from_template'
      : 'prepare.agenda_from_guidance'
  return (
    <Section id={fieldOf.agenda} title={t('agenda.title')} lead={template.length > 0 ? t(origin) : undefined}>
      <AgendaEditor
        agenda={form.agenda}
        rules={rules}
        presenters={presenters}
        chairId={form.chairId}
        onChange={(agenda) => change({ agenda })}
        openItem={openItem}
        onOpenItem={onOpenItem}
      />
      <p className={classes.sum} data-testid="agenda-minutes" data-minutes={planned}>
        {minimum > 0
          ? t('prepare.agenda_minutes', { planned, minimum })
          : t('prepare.agenda_minutes_free', { planned })}
        {over > 0 && ` ${t('prepare.agenda_over', { minutes: over })}`}
      </p>
      {isKept ? (
        <Notice tone="good" data-testid="agenda-template-saved">
          <p>{t('prepare.agenda_template_saved')}</p>
        </Notice>
      ) : (
        template.length > 0 &&
        edited &&
        form.agenda.length > 0 && <SaveTemplate form={form} preparation={preparation} onSaved={setKept} />
      )}
    </Section>
  )
}

interface SaveTemplateProps extends Pick<FormSectionProps, 'form' | 'preparation'> {
  onSaved(kept: string): void
}

function SaveTemplate({ form, preparation, onSaved }: SaveTemplateProps) {
  const { t } = useWords()
  const answers = useQueryClient()
  const [saving, setSaving] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  const busy = useRef(false)
  const save = async () => {
    if (busy.current) return
    busy.current = true
    setSaving(true)
    setProblem(null)
    const { organizationId } = preparation
    const payload = {
      kind: form.kind,
      items: templateOf(form.agenda).map((item) => ({ ...item, title: item.title.trim() })),
    }
    try {
      await giveCommand({ id: newId(), type: 'agenda.saveTemplate', streamId: organizationId, payload })
      onSaved(asText(form))
      await answers.invalidateQueries({ queryKey: preparationQuery(organizationId, form.kind).queryKey })
    } catch (error) {
      setProblem(problemOf(error))
    } finally {
      busy.current = false
      setSaving(false)
    }
  }
  return (
    <>
      {problem && <ProblemNotice problem={problem} />}
      <Button
        variant="default"
        size="md"
        className={classes.add}
        leftSection={<IconDeviceFloppy aria-hidden />}
        loading={saving}
        disabled={form.agenda.some(({ title }) => title.trim() === '')}
        onClick={() => void save()}
        data-testid="agenda-save-template"
      >
        {t('prepare.agenda_save_template')}
      </Button>
    </>
  )
}
