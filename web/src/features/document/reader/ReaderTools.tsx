// The buttons above what is read: which page, and how large. Words beside the signs, nothing behind a gesture.
import { IconArrowDown, IconArrowUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useWords } from '../../../i18n/index.ts'
import classes from './Reader.module.css'

interface ReaderToolsProps {
  zoom: { mayGrow: boolean; mayShrink: boolean; onGrow(): void; onShrink(): void }
  /** From 1. */
  page?: { now: number; all: number; onGo(page: number): void }
}

export function ReaderTools({ zoom, page }: ReaderToolsProps) {
  const { t } = useWords()
  return (
    <section className={classes.tools} aria-label={t('document.tools')}>
      {page && (
        <>
          <button
            type="button"
            className={classes.tool}
            disabled={page.now <= 1}
            onClick={() => page.onGo(page.now - 1)}
            data-testid="reader-previous"
          >
            <IconArrowUp aria-hidden />
            {t('document.previous')}
          </button>
          <p
            className={classes.page}
            role="status"
            data-testid="reader-page"
            data-page={page.now}
            data-pages={page.all}
          >
            {t('document.page_of', { page: page.now, pages: page.all })}
          </p>
          <button
            type="button"
            className={classes.tool}
            disabled={page.now >= page.all}
            onClick={() => page.onGo(page.now + 1)}
            data-testid="reader-next"
          >
            <IconArrowDown aria-hidden />
            {t('document.next')}
          </button>
        </>
      )}
      <button
        type="button"
        className={classes.tool}
        disabled={!zoom.mayShrink}
        onClick={zoom.onShrink}
        data-testid="reader-smaller"
      >
        <IconZoomOut aria-hidden />
        {t('document.smaller')}
      </button>
      <button
        type="button"
        className={classes.tool}
        disabled={!zoom.mayGrow}
        onClick={zoom.onGrow}
        data-testid="reader-bigger"
      >
        <IconZoomIn aria-hidden />
        {t('document.bigger')}
      </button>
    </section>
  )
}
