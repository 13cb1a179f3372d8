// What rises over the stage: a poll, its result. No dialog: nothing behind it is locked, it takes no focus by itself, and Escape makes it small.
import { IconMinus, IconX } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { flushSync } from 'react-dom'
import { useWords } from '../../../i18n/index.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import toolButton from '../../../ui/toolButton.module.css'
import classes from './Poll.module.css'

export interface SheetProps {
  /** What it is, above its title: "Đang biểu quyết". */
  kind: string
  title: string
  /** In the hall it takes the whole stage. */
  hall: boolean
  /** A press has asked for it: then, and only then, it takes the focus. */
  pressed(): boolean
  onSmall?: () => void
  onClose?: () => void
  children: React.ReactNode
  testIds: { sheet: string; small?: string; close?: string }
  pollId: string
}

export function Sheet({ kind, title, hall, pressed, onSmall, onClose, children, testIds, pollId }: SheetProps) {
  const { t } = useWords()
  const id = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  // After each drawing: the sheet may be there already when a key asks for it.
  useEffect(() => {
    if (pressed()) heading.current?.focus()
  })
  const close =
    onClose &&
    (() => {
      flushSync(onClose)
      // The button that was pressed has gone with the sheet: whoever goes by keyboard goes on from the page's name, not from nowhere.
      if (document.activeElement === document.body)
        document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true })
    })
  return (
    <section
      className={classes.sheet}
      data-hall={hall}
      aria-labelledby={`${id}-kind ${id}`}
      onKeyDown={(event) => {
        const away = onSmall ?? close
        if (event.key !== 'Escape' || !away) return
        event.stopPropagation()
        away()
      }}
      data-testid={testIds.sheet}
      data-poll-id={pollId}
    >
      <div className={classes.head}>
        <p id={`${id}-kind`} className={classes.kind}>
          {kind}
        </p>
        <h2 id={id} ref={heading} tabIndex={-1} aria-describedby={`${id}-kind`}>
          {title}
        </h2>
        {onSmall && (
          <button type="button" className={toolButton.tool} onClick={firstClick(onSmall)} data-testid={testIds.small}>
            <IconMinus aria-hidden />
            {t('voting.make_small')}
          </button>
        )}
        {close && (
          <button type="button" className={toolButton.tool} onClick={firstClick(close)} data-testid={testIds.close}>
            <IconX aria-hidden />
            {t('common.close')}
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long result is moved by keyboard too */}
      <div className={classes.body} tabIndex={0}>
        {children}
      </div>
    </section>
  )
}
