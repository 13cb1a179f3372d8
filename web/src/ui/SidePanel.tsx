// A panel beside the room's stage; on a narrow screen over it, but never over the room's bar.
import { IconX } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n/index.ts'
import classes from './SidePanel.module.css'

export interface SidePanelProps {
  /** Of the element, and of the button that shows it (`aria-controls`). */
  id: string
  title: string
  onClose(): void
  children: React.ReactNode
  testIds: { panel: string; close: string }
  /** Opened by the page itself: the focus stays where it is. */
  quiet?: boolean
}

export function SidePanel({ id, title, onClose, children, testIds, quiet = false }: SidePanelProps) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  const quietly = useRef(quiet)
  useEffect(() => {
    if (!quietly.current) heading.current?.focus()
  }, [])
  return (
    <aside
      id={id}
      className={classes.panel}
      aria-labelledby={`${id}-title`}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      data-testid={testIds.panel}
    >
      <div className={classes.head}>
        <h2 id={`${id}-title`} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <button type="button" className={classes.close} onClick={onClose} data-testid={testIds.close}>
          <IconX aria-hidden />
          {t('common.close')}
        </button>
      </div>
      {children}
    </aside>
  )
}
