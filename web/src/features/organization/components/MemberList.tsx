// The names in the order of the list, found as they are typed, with or without diacritics.
import { type MemberLine, matchesSearch } from '@hoi-truong/shared/organization'
import { TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { MemberRow } from './MemberRow.tsx'
import classes from './Members.module.css'

export function MemberList({ organizationId, members }: { organizationId: string; members: readonly MemberLine[] }) {
  const { t } = useWords()
  const [query, setQuery] = useState('')
  const searching = query.trim() !== ''
  const found = members
    .map((member, index) => ({ member, place: index + 1 }))
    .filter(({ member }) => matchesSearch(member.name, query) || hasNumber(member, query))
  if (members.length === 0) {
    return (
      <Notice tone="info">
        <p>{t('members.empty')}</p>
      </Notice>
    )
  }
  return (
    <section className={classes.section} aria-label={t('members.title')}>
      <TextInput
        type="search"
        size="lg"
        label={t('members.search')}
        description={t('members.search_hint')}
        leftSection={<IconSearch aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-testid="members-search"
      />
      <p role="status" className={searching ? undefined : 'hidden-text'} data-testid="members-found">
        {searching && (found.length === 0 ? t('members.found_none') : t('members.found', { count: found.length }))}
      </p>
      <ol className={classes.list} data-testid="members-list">
        {found.map(({ member, place }) => (
          <MemberRow key={member.memberId} organizationId={organizationId} member={member} place={place} />
        ))}
      </ol>
    </section>
  )
}

/** For those who are told the numbers. */
const hasNumber = ({ memberNumber }: MemberLine, query: string): boolean => {
  const typed = query.replaceAll(/\s+/g, '').toUpperCase()
  return typed !== '' && (memberNumber?.startsWith(typed) ?? false)
}
