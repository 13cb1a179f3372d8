// The list of a site: one large box per person, one tap each; what is still on its way says so at the name.
import { isAtSite, type RollCall, type RollLine } from '@hoi-truong/shared/attendance'
import { matchesSearch } from '@hoi-truong/shared/organization'
import { Button, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconSearch, IconSquare, IconSquareCheckFilled } from '@tabler/icons-react'
import { useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { sentenceOf } from '../../../lib/problem.ts'
import { Notice } from '../../../ui/Notice.tsx'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import { compareInRoll } from '../../attendance/rollOrder.ts'
import { memberStatusWords, standingOf } from '../../attendance/words.ts'
import { useMeetingState } from '../../meeting/hooks/useMeetingState.ts'
import { siteNameIn } from '../../meeting/siteNameIn.ts'
import { useSiteTaps } from '../hooks/useSiteTaps.ts'
import type { Tap } from '../siteTaps.ts'
import classes from './Site.module.css'

export function SiteList({ siteId, call }: { siteId: string; call: RollCall }) {
  const { t } = useWords()
  const { attendance } = useMeetingState()
  const { taps, state } = useSiteTaps(siteId)
  const [query, setQuery] = useState('')
  const members = call.members
    .filter(({ entry }) => entry.status !== 'suspended')
    .toSorted((a, b) => compareInRoll(a.entry, b.entry))
  const all = [...members, ...call.followers, ...call.guests]
  const found = query.trim() === '' ? all : all.filter(({ entry }) => matchesSearch(entry.name, query))
  const nameOf = (memberId: string) => all.find(({ entry }) => entry.memberId === memberId)?.entry.name ?? ''
  const entries = Object.entries(state.taps)
  const held = entries.filter(([, { wish, state }]) => wish === 'out' && state === 'held').at(-1)?.[0]
  const waiting = entries.filter(([, tap]) => tap.state === 'waiting').length
  return (
    <>
      <p className={classes.soft}>{t('rollcall.site_lead')}</p>
      <TextInput
        size="lg"
        type="search"
        label={t('rollcall.search')}
        description={t('rollcall.search_hint')}
        leftSection={<IconSearch aria-hidden />}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        data-testid="site-search"
      />
      {waiting > 0 && (
        <Notice tone="info" data-testid="site-waiting">
          <p>{t('rollcall.waiting_count', { count: waiting })}</p>
        </Notice>
      )}
      {state.refused.map(({ memberId, problem }) => (
        <Notice key={memberId} tone="trouble" urgent data-testid="site-tap-refused">
          <p>{t('rollcall.refused_for', { name: nameOf(memberId), why: t(...sentenceOf(problem)) })}</p>
          <PlainButton onClick={() => taps.putAway(memberId)}>{t('common.close')}</PlainButton>
        </Notice>
      ))}
      {found.length === 0 && <p role="status">{t('rollcall.nobody_found')}</p>}
      <ul className={classes.list}>
        {found.map((line) => {
          const { memberId } = line.entry
          const tap = state.taps[memberId]
          const here = tap ? tap.wish === 'in' : isAtSite(attendance, memberId, siteId)
          return (
            <SiteRow
              key={memberId}
              line={line}
              siteId={siteId}
              here={here}
              tap={tap}
              onTap={() => taps.tap(memberId, here ? 'out' : 'in')}
            />
          )
        })}
      </ul>
      {held !== undefined && (
        <div className={classes.undo} role="status">
          <span>{t('rollcall.unchecked', { name: nameOf(held) })}</span>
          <Button
            size="md"
            variant="default"
            leftSection={<IconArrowBackUp aria-hidden />}
            onClick={() => taps.undo(held)}
            data-testid="site-undo"
          >
            {t('rollcall.undo')}
          </Button>
        </div>
      )}
    </>
  )
}

interface SiteRowProps {
  line: RollLine
  siteId: string
  here: boolean
  tap: Tap | undefined
  onTap(): void
}

function SiteRow({ line, siteId, here, tap, onTap }: SiteRowProps) {
  const { t } = useWords()
  const { meeting } = useMeetingState()
  const { entry, presence, place } = line
  const status = memberStatusWords[entry.status]
  const outsider = entry.title !== null && !entry.temporary && entry.office === 'member'
  const elsewhere =
    here || presence !== 'present' || !place || (place.kind === 'site' && place.siteId === siteId)
      ? null
      : place.kind === 'site'
        ? t('rollcall.is_at', { site: siteNameIn(meeting, place.siteId) })
        : t('rollcall.is_online')
  const pending =
    tap?.state === 'waiting' ? t('rollcall.waiting') : tap?.state === 'sending' ? t('rollcall.sending') : null
  const beside = [outsider ? entry.title : t(standingOf(entry)), status && t(status), elsewhere]
  return (
    <li>
      <label
        className={classes.person}
        data-testid="site-person"
        data-member-id={entry.memberId}
        data-here={here}
        data-pending={tap?.state ?? ''}
      >
        <input type="checkbox" className={classes.box} checked={here} onChange={onTap} />
        {here ? <IconSquareCheckFilled aria-hidden /> : <IconSquare aria-hidden />}
        <span className={classes.personWords}>
          <span className={classes.personName}>{entry.name}</span>
          <span className={classes.soft}>{beside.filter(Boolean).join(' · ')}</span>
        </span>
        <span className={classes.personState}>{pending ?? (here ? t('rollcall.here') : '')}</span>
      </label>
    </li>
  )
}
