// Turning the pages: for everybody by whoever presents, alone by whoever looks something up.
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { typedPage } from './leafing.ts'
import classes from './Presented.module.css'

interface PageToolsProps {
  page: number
  pages: number | null
  onGo(page: number): void
}

export function PageTools({ page, pages, onGo }: PageToolsProps) {
  const { t } = useWords()
  const [typed, setTyped] = useState(String(page))
  useEffect(() => setTyped(String(page)), [page])
  const go = () => {
    const wanted = typedPage(typed, pages)
    if (wanted === null) setTyped(String(page))
    else if (wanted !== page) onGo(wanted)
  }
  return (
    <div className={classes.turning}>
      <button
        type="button"
        className={classes.turn}
        disabled={page <= 1}
        onClick={() => onGo(page - 1)}
        data-testid="presented-previous"
      >
        <IconArrowLeft aria-hidden />
        {t('present.previous')}
      </button>
      <form
        className={classes.number}
        onSubmit={(event) => {
          event.preventDefault()
          go()
        }}
      >
        <label htmlFor="presented-number">{t('present.go_to')}</label>
        <input
          id="presented-number"
          inputMode="numeric"
          autoComplete="off"
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onFocus={(event) => event.currentTarget.select()}
          onBlur={go}
          data-testid="presented-number"
        />
        {pages !== null && <span aria-hidden="true">{t('present.of_pages', { pages })}</span>}
      </form>
      <button
        type="button"
        className={classes.turn}
        disabled={pages !== null && page >= pages}
        onClick={() => onGo(page + 1)}
        data-testid="presented-next"
      >
        {t('present.next')}
        <IconArrowRight aria-hidden />
      </button>
    </div>
  )
}
