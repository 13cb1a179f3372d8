// Where a document is scrolled: in the order of the keyboard, so that its arrows and pages move it.
import { useWords } from '../../../i18n/index.ts'
import classes from './Reader.module.css'

interface ReadingPlaceProps {
  children: React.ReactNode
  onScroll?(): void
  ref?: React.Ref<HTMLElement>
}

export function ReadingPlace({ children, onScroll, ref }: ReadingPlaceProps) {
  const { t } = useWords()
  return (
    <section
      ref={ref}
      className={classes.scroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: without it nobody could scroll by keyboard
      tabIndex={0}
      aria-label={t('document.content')}
      {...(onScroll && { onScroll })}
      data-testid="reader-content"
    >
      {children}
    </section>
  )
}
