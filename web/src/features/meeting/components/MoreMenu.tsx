// Thêm: what the room's bar has no place for. A popover above its button, on a phone a sheet; each feature puts its own lines into
// `MoreItems.tsx` as `MoreItem`s. They are there only while the menu is open, so what they switch must live elsewhere.
import { IconDots, IconX } from '@tabler/icons-react'
import { createContext, type KeyboardEvent, use, useEffect, useRef, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import classes from './MoreMenu.module.css'
import barClasses from './Room.module.css'

const MoreMenuContext = createContext<() => void>(() => undefined)

export interface MoreMenuProps {
  /** How much that is new or waiting stands behind it; shown at its button. */
  count?: number
  children: React.ReactNode
}

export function MoreMenu({ count = 0, children }: MoreMenuProps) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const toggle = useRef<HTMLButtonElement>(null)
  const menu = useRef<HTMLDivElement>(null)

  const close = () => {
    setOpen(false)
    // Before an item does its work, which may take the focus on.
    toggle.current?.focus()
  }
  useEffect(() => {
    if (!open) return
    menu.current?.querySelector<HTMLElement>('[data-more-item]')?.focus()
    const pressed = ({ target }: PointerEvent) => {
      const inside = target instanceof Node && (menu.current?.contains(target) || toggle.current?.contains(target))
      if (!inside) setOpen(false)
    }
    document.addEventListener('pointerdown', pressed)
    return () => document.removeEventListener('pointerdown', pressed)
  }, [open])

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.stopPropagation()
      close()
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    const items = [...(menu.current?.querySelectorAll<HTMLElement>('[data-more-item]') ?? [])]
    const at = items.indexOf(document.activeElement as HTMLElement)
    const next = items.at((at + (event.key === 'ArrowDown' ? 1 : -1)) % items.length)
    if (!next) return
    event.preventDefault()
    next.focus()
  }
  return (
    // Where the focus goes on to, the menu is no longer needed.
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys belong to the buttons within
    <div
      className={classes.more}
      onKeyDown={onKeyDown}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={toggle}
        type="button"
        className={barClasses.control}
        aria-expanded={open}
        aria-controls="more"
        onClick={firstClick(() => setOpen(!open))}
        data-testid="more-toggle"
      >
        <IconDots aria-hidden />
        <span>
          {t('room.more')} {count > 0 && <span className={barClasses.count}>{count}</span>}
        </span>
      </button>
      {open && (
        <>
          <div className={classes.veil} aria-hidden />
          <section ref={menu} id="more" className={classes.menu} aria-label={t('room.more')} data-testid="more-menu">
            <MoreMenuContext value={close}>
              <div className={classes.items}>{children}</div>
            </MoreMenuContext>
            <button type="button" className={classes.close} onClick={close} data-testid="more-close">
              <IconX aria-hidden />
              {t('common.close')}
            </button>
          </section>
        </>
      )}
    </div>
  )
}

export interface MoreItemProps {
  icon: React.ReactNode
  children: React.ReactNode
  /** A second line: what it does, or how it stands. */
  note?: string | undefined
  /** For a switch or a choice: whether it is on. */
  on?: boolean | undefined
  disabled?: boolean | undefined
  onPress(): void
  'data-testid': string
}

/** One line of the menu; pressing it closes the menu. */
export function MoreItem({ icon, children, note, on, disabled, onPress, ...rest }: MoreItemProps) {
  const close = use(MoreMenuContext)
  return (
    <button
      type="button"
      className={classes.item}
      aria-pressed={on}
      disabled={disabled}
      onClick={firstClick(() => {
        close()
        onPress()
      })}
      data-more-item
      {...rest}
    >
      {icon}
      <span className={classes.words}>
        <span>{children}</span>
        {note !== undefined && <span className={classes.note}>{note}</span>}
      </span>
    </button>
  )
}

/** Several lines that belong together: a choice among layouts. */
export function MoreGroup({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <fieldset className={classes.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  )
}
