// The order of business as it is put together: by buttons, never by dragging, and the focus stays on what was pressed.
import type { AgendaItem, AgendaPart } from '@hoi-truong/shared/agenda'
import type { RuleSet } from '@hoi-truong/shared/rules'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { added, agendaParts, changed, inOrder, isBarredByRules, mayMove, moved, removed } from '../editAgenda.ts'
import { partWords } from '../words.ts'
import classes from './AgendaEditor.module.css'
import { AgendaRow, type Presenter } from './AgendaRow.tsx'

export interface AgendaEditorProps {
  agenda: readonly AgendaItem[]
  rules: RuleSet
  presenters: readonly Presenter[]
  /** Presents an item that is added. */
  chairId: string
  onChange(agenda: AgendaItem[]): void
  /** The item whose fields are shown. */
  openItem: string | null
  onOpenItem(itemId: string | null): void
}

export function AgendaEditor(props: AgendaEditorProps) {
  const { t } = useWords()
  const { rules, presenters, chairId, onChange, openItem, onOpenItem } = props
  const agenda = inOrder(props.agenda)
  const [told, setTold] = useState('')
  const focusNext = useRef<string[]>([])

  // A row that moves over the edge of its part is another element: the finger stays where it was.
  useLayoutEffect(() => {
    const [id] = focusNext.current.filter((candidate) => {
      const element = document.getElementById(candidate)
      return element instanceof HTMLElement && !(element as HTMLButtonElement).disabled
    })
    focusNext.current = []
    if (id) document.getElementById(id)?.focus()
  })

  const move = (item: AgendaItem, step: 1 | -1) => {
    const next = moved(agenda, item.itemId, step)
    const [pressed, other] = step === 1 ? ['down', 'up'] : ['up', 'down']
    focusNext.current = [`agenda-${pressed}-${item.itemId}`, `agenda-${other}-${item.itemId}`]
    const place = next.findIndex(({ itemId }) => itemId === item.itemId) + 1
    setTold(t('prepare.agenda_moved', { title: item.title, place, count: next.length }))
    onChange(next)
  }
  const add = (part: AgendaPart) => {
    const next = added(agenda, part, chairId || null)
    const item = next.find(({ itemId }) => agenda.every((before) => before.itemId !== itemId))
    if (!item) return
    focusNext.current = [`prepare-item-${item.itemId}`]
    onOpenItem(item.itemId)
    onChange(next)
  }
  const remove = (item: AgendaItem) => {
    focusNext.current = [`agenda-add-${item.part}`]
    onOpenItem(null)
    onChange(removed(agenda, item.itemId))
  }

  return (
    <div className={classes.editor}>
      {agendaParts.map((part) => (
        <section key={part} className={classes.part} aria-labelledby={`agenda-part-${part}`}>
          <h3 id={`agenda-part-${part}`}>{t(partWords[part])}</h3>
          <ol className={classes.rows}>
            {agenda.map((item, index) =>
              item.part === part ? (
                <AgendaRow
                  key={item.itemId}
                  item={item}
                  number={index + 1}
                  presenters={presenters}
                  inPersonOnly={isBarredByRules(item, rules) ? 'rules' : item.inPersonOnly ? 'branch' : null}
                  open={openItem === item.itemId}
                  mayMoveUp={mayMove(agenda, item.itemId, -1)}
                  mayMoveDown={mayMove(agenda, item.itemId, 1)}
                  onOpen={(open) => onOpenItem(open ? item.itemId : null)}
                  onMove={(step) => move(item, step)}
                  onChange={(change) => onChange(changed(agenda, item.itemId, change))}
                  onRemove={() => remove(item)}
                />
              ) : null,
            )}
          </ol>
          <Button
            id={`agenda-add-${part}`}
            variant="subtle"
            size="md"
            className={classes.add}
            leftSection={<IconPlus aria-hidden />}
            onClick={() => add(part)}
            aria-label={t('prepare.agenda_add_to', { part: t(partWords[part]) })}
            data-testid={`agenda-add-${part}`}
          >
            {t('prepare.agenda_add')}
          </Button>
        </section>
      ))}
      <p className="hidden-text" role="status">
        {told}
      </p>
    </div>
  )
}
