// One item of the order of business as it is edited: closed it is a line with its buttons, open it has its fields.
import { type AgendaItem, agendaItemKindSchema } from '@hoi-truong/shared/agenda'
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCheck, IconPencil, IconTrash, IconUsersGroup } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import classes from './AgendaEditor.module.css'

export interface Presenter {
  id: string
  name: string
}

export interface AgendaRowProps {
  item: AgendaItem
  number: number
  presenters: readonly Presenter[]
  /** By the rules, or by the branch. */
  inPersonOnly: 'rules' | 'branch' | null
  open: boolean
  mayMoveUp: boolean
  mayMoveDown: boolean
  onOpen(open: boolean): void
  onMove(step: 1 | -1): void
  onChange(change: Partial<AgendaItem>): void
  onRemove(): void
}

export function AgendaRow(props: AgendaRowProps) {
  const { t } = useWords()
  const { item, number, presenters, inPersonOnly, open } = props
  const title = item.title.trim() || t('prepare.agenda_untitled')
  const presenter = presenters.find(({ id }) => id === item.presenterId)?.name ?? t('prepare.nobody')
  const named = (word: string) => `${word}: ${number}. ${title}`
  return (
    <li className={classes.row} data-open={open} data-testid="agenda-row" data-item-id={item.itemId}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <div className={classes.words}>
        <p className={classes.title}>{title}</p>
        <p className={classes.meta}>
          {t('prepare.agenda_meta', { presenter, minutes: item.minutes })}
          {inPersonOnly && (
            <span className={classes.mark}>
              <IconUsersGroup aria-hidden />
              {t('agenda.inperson_only')}
            </span>
          )}
        </p>
      </div>
      <div className={classes.buttons}>
        <PlainButton
          id={`agenda-up-${item.itemId}`}
          disabled={!props.mayMoveUp}
          onClick={() => props.onMove(-1)}
          aria-label={named(t('prepare.agenda_up'))}
          data-testid="agenda-up"
        >
          <IconArrowUp aria-hidden />
          {t('prepare.agenda_up')}
        </PlainButton>
        <PlainButton
          id={`agenda-down-${item.itemId}`}
          disabled={!props.mayMoveDown}
          onClick={() => props.onMove(1)}
          aria-label={named(t('prepare.agenda_down'))}
          data-testid="agenda-down"
        >
          <IconArrowDown aria-hidden />
          {t('prepare.agenda_down')}
        </PlainButton>
        <PlainButton
          aria-expanded={open}
          onClick={() => props.onOpen(!open)}
          aria-label={named(t(open ? 'prepare.agenda_close' : 'prepare.agenda_edit'))}
          data-testid="agenda-edit"
        >
          {open ? <IconCheck aria-hidden /> : <IconPencil aria-hidden />}
          {t(open ? 'prepare.agenda_close' : 'prepare.agenda_edit')}
        </PlainButton>
      </div>
      {open && <ItemFields {...props} />}
    </li>
  )
}

function ItemFields({ item, presenters, inPersonOnly, onChange, onRemove }: AgendaRowProps) {
  const { t } = useWords()
  return (
    <div className={classes.fields}>
      <TextInput
        id={`prepare-item-${item.itemId}`}
        className={classes.whole}
        size="md"
        label={t('prepare.agenda_item_title')}
        maxLength={240}
        value={item.title}
        onChange={(event) => onChange({ title: event.currentTarget.value })}
        data-testid="agenda-item-title"
      />
      <NativeSelect
        size="md"
        label={t('agenda.presenter')}
        value={item.presenterId ?? ''}
        onChange={(event) => onChange({ presenterId: event.currentTarget.value || null })}
        data={[
          { value: '', label: t('prepare.nobody') },
          ...presenters.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        data-testid="agenda-item-presenter"
      />
      <TextInput
        size="md"
        type="number"
        inputMode="numeric"
        min={0}
        max={480}
        label={t('prepare.agenda_item_minutes')}
        value={item.minutes === 0 ? '' : String(item.minutes)}
        onChange={(event) => onChange({ minutes: minutesIn(event.currentTarget.value) })}
        data-testid="agenda-item-minutes"
      />
      <NativeSelect
        size="md"
        label={t('prepare.agenda_item_kind')}
        value={item.kind}
        onChange={(event) => onChange({ kind: agendaItemKindSchema.parse(event.currentTarget.value) })}
        data={agendaItemKindSchema.options.map((kind) => ({ value: kind, label: t(`agenda_kind.${kind}`) }))}
        data-testid="agenda-item-kind"
      />
      <div className={classes.last}>
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={inPersonOnly !== null}
            disabled={inPersonOnly === 'rules'}
            onChange={(event) => onChange({ inPersonOnly: event.currentTarget.checked })}
            data-testid="agenda-item-in-person"
          />
          <span>
            {t('agenda.inperson_only')}
            {inPersonOnly === 'rules' && <span className={classes.meta}> · {t('prepare.agenda_barred')}</span>}
          </span>
        </label>
        <Button
          variant="default"
          size="md"
          leftSection={<IconTrash aria-hidden />}
          onClick={onRemove}
          data-testid="agenda-item-remove"
        >
          {t('prepare.agenda_remove')}
        </Button>
      </div>
    </div>
  )
}

const minutesIn = (text: string): number => Math.min(480, Math.max(0, Math.round(Number(text) || 0)))
