// How many organizations and members are new, changed, the same.
import { formatCount } from '@hoi-truong/shared/i18n'
import type { ImportCounts } from '@hoi-truong/shared/organization'
import { useWords } from '../../../i18n/index.ts'
import classes from './Import.module.css'

export function CountsTable({ counts }: { counts: ImportCounts }) {
  const { t, language } = useWords()
  const lines = [
    ['organizations', t('import.organizations')],
    ['members', t('import.members')],
  ] as const
  return (
    <table className={classes.counts} data-testid="import-counts">
      <thead>
        <tr>
          <th scope="col">{t('import.counts')}</th>
          <th scope="col">{t('import.new')}</th>
          <th scope="col">{t('import.changed')}</th>
          <th scope="col">{t('import.unchanged')}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(([key, label]) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            {(['new', 'changed', 'unchanged'] as const).map((what) => (
              <td key={what} data-testid={`import-count-${key}-${what}`}>
                {formatCount(counts[key][what], language)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
