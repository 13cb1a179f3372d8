// What was imported here lately, and by whom.
import { formatDateTime } from '@hoi-truong/shared/i18n'
import type { ImportStatus, ImportView } from '@hoi-truong/shared/organization'
import { useWords } from '../../../i18n/index.ts'
import classes from './Import.module.css'

const statusWords = {
  uploading: 'import.status_uploading',
  uploaded: 'import.status_uploaded',
  checked: 'import.status_checked',
  applying: 'import.status_applying',
  done: 'import.status_done',
  failed: 'import.status_failed',
} as const satisfies Record<ImportStatus, string>

export interface HistoryProps {
  imports: readonly ImportView[]
  shown: string | null
  onShow(importId: string): void
}

export function History({ imports, shown, onShow }: HistoryProps) {
  const { t, language } = useWords()
  const others = imports.filter(({ importId, status }) => importId !== shown && status !== 'uploading')
  if (others.length === 0) return null
  return (
    <section className={classes.step} aria-labelledby="import-history">
      <h2 id="import-history">{t('import.history')}</h2>
      <ul className={classes.list}>
        {others.map(({ importId, status, files, uploadedBy, createdAt }) => (
          <li key={importId} className={classes.past} data-testid="import-past" data-status={status}>
            <div>
              <p className={classes.strong}>{files.map(({ name }) => name).join(', ')}</p>
              <p className={classes.soft}>
                {t(statusWords[status])} ·{' '}
                {t('import.by', { name: uploadedBy.name, at: formatDateTime(createdAt, language) })}
              </p>
            </div>
            <button type="button" className={classes.open} onClick={() => onShow(importId)}>
              {t('import.open')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
