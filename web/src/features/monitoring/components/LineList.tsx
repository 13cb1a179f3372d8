// The lines directly beneath, by state and by name.
import { formatCount } from '@hoi-truong/shared/i18n'
import type { MonitoringView } from '@hoi-truong/shared/monitoring'
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { countOf, type Filter, filters, shownLines } from '../filters.ts'
import { filterWords } from '../words.ts'
import { BranchRow } from './BranchRow.tsx'
import { CommitteeRow } from './CommitteeRow.tsx'
import classes from './Monitoring.module.css'

export interface LineListProps {
  view: MonitoringView
  changed: ReadonlySet<string>
  /** The month in the address, for the way down. */
  search: string
}

export function LineList({ view: { lines, sums }, changed, search }: LineListProps) {
  const { t, language } = useWords()
  const [filter, setFilter] = useState<Filter>('all')
  const [query, setQuery] = useState('')
  const shown = shownLines(lines, filter, query)
  const narrowed = filter !== 'all' || query.trim() !== ''
  if (lines.length === 0) return <p data-testid="monitoring-empty">{t('monitoring.none')}</p>
  return (
    <section className={classes.section} aria-label={t('monitoring.list')}>
      <fieldset className={classes.filters}>
        <legend className="hidden-text">{t('monitoring.filters')}</legend>
        {(Object.keys(filters) as Filter[]).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={filter === one}
            onClick={() => setFilter(one)}
            data-testid={`filter-${one}`}
          >
            {t('monitoring.filter_count', {
              name: t(filterWords[one]),
              count: formatCount(countOf(one, sums), language),
            })}
          </button>
        ))}
      </fieldset>
      <TextInput
        type="search"
        size="lg"
        label={t('monitoring.search')}
        description={t('monitoring.search_hint')}
        leftSection={<IconSearch aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-testid="monitoring-search"
      />
      <p role="status" className={narrowed ? classes.soft : 'hidden-text'} data-testid="monitoring-found">
        {narrowed &&
          (shown.length === 0
            ? t('monitoring.found_none')
            : t('monitoring.found', { count: formatCount(shown.length, language) }))}
      </p>
      <ol className={classes.list} data-testid="monitoring-lines">
        {shown.map((line) =>
          line.kind === 'branch' ? (
            <BranchRow key={line.organizationId} line={line} changed={changed.has(line.organizationId)} />
          ) : (
            <CommitteeRow
              key={line.organizationId}
              line={line}
              changed={changed.has(line.organizationId)}
              search={search}
            />
          ),
        )}
      </ol>
    </section>
  )
}
