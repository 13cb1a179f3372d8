// Giơ tay thay: whoever runs a site asks for the floor for somebody who sits there. Works on the site's own page and in the room.
import { isAtSite } from '@hoi-truong/shared/attendance'
import { currentSpeech, handOf } from '@hoi-truong/shared/floor'
import { matchesSearch } from '@hoi-truong/shared/organization'
import { Button, TextInput } from '@mantine/core'
import { IconHandOff, IconHandStop, IconSearch, IconSquareCheck } from '@tabler/icons-react'
import { useId, useState } from 'react'
import { useWords } from '../../../i18n/index.ts'
import { newId } from '../../../lib/newId.ts'
import { firstClick } from '../../../ui/firstClick.ts'
import { PlainButton } from '../../../ui/PlainButton.tsx'
import { ProblemNotice } from '../../../ui/ProblemNotice.tsx'
import { compareInRoll } from '../../attendance/rollOrder.ts'
import { useMeetingState, useRollCall } from '../../meeting/hooks/useMeetingState.ts'
import { type RoomCommand, useRoomCommand } from '../../meeting/hooks/useRoomCommand.ts'
import { placeInQueue } from '../queue.ts'
import classes from './Floor.module.css'
import { SpeechClock } from './SpeechClock.tsx'

/** So few are found by looking. */
const FEW = 8

export function RaiseHandFor({ siteId }: { siteId: string }) {
  const { t } = useWords()
  const title = useId()
  const { meeting, attendance } = useMeetingState()
  const { members, followers, guests } = useRollCall()
  const command = useRoomCommand()
  const [query, setQuery] = useState('')
  const here = [...members.toSorted((a, b) => compareInRoll(a.entry, b.entry)), ...followers, ...guests].filter(
    ({ entry }) => isAtSite(attendance, entry.memberId, siteId),
  )
  const found = query.trim() === '' ? here : here.filter(({ entry }) => matchesSearch(entry.name, query))
  return (
    <section aria-labelledby={title} data-testid="raise-hand-for" data-site-id={siteId}>
      <h2 id={title}>{t('floor.for_site')}</h2>
      {meeting.status === 'open' ? (
        <>
          <p className={classes.soft}>{t(here.length === 0 ? 'floor.for_site_empty' : 'floor.for_site_lead')}</p>
          {here.length > FEW && (
            <TextInput
              size="lg"
              type="search"
              label={t('floor.search')}
              description={t('floor.search_hint')}
              leftSection={<IconSearch aria-hidden />}
              value={query}
              onChange={(event) => setQuery(event.currentTarget.value)}
              data-testid="hand-for-search"
            />
          )}
          {command.refusal && (
            <ProblemNotice problem={command.refusal} data-testid="hand-for-refused">
              <PlainButton onClick={command.dismiss}>{t('common.close')}</PlainButton>
            </ProblemNotice>
          )}
          {here.length > 0 && found.length === 0 && <p role="status">{t('floor.nobody_found')}</p>}
          <ul className={classes.list}>
            {found.map(({ entry }) => (
              <PersonHere key={entry.memberId} memberId={entry.memberId} name={entry.name} command={command} />
            ))}
          </ul>
        </>
      ) : (
        <p className={classes.soft}>{t('floor.for_site_not_open')}</p>
      )}
    </section>
  )
}

interface PersonHereProps {
  memberId: string
  name: string
  command: RoomCommand
}

function PersonHere({ memberId, name, command: { busy, run } }: PersonHereProps) {
  const { t } = useWords()
  const { floor } = useMeetingState()
  const hand = handOf(floor, memberId)
  const current = currentSpeech(floor)
  const speech = current?.memberId === memberId ? current : null
  const place = placeInQueue(floor.hands, memberId)
  const act = (words: 'speech.lower_hand' | 'floor.raise_for' | 'speech.end_turn', press: () => void) => {
    const Sign =
      words === 'speech.lower_hand' ? IconHandOff : words === 'floor.raise_for' ? IconHandStop : IconSquareCheck
    return (
      <Button
        size="md"
        variant={words === 'floor.raise_for' ? 'filled' : 'default'}
        disabled={busy}
        leftSection={<Sign aria-hidden />}
        aria-label={t('floor.act_on', { act: t(words), name })}
        onClick={firstClick(press)}
        data-testid="hand-for-act"
      >
        {t(words)}
      </Button>
    )
  }
  return (
    <li
      className={classes.person}
      data-testid="hand-for-person"
      data-member-id={memberId}
      data-state={speech ? 'speaking' : hand ? 'queued' : 'none'}
    >
      <span className={classes.personWords}>
        <strong>{name}</strong>
        <span className={classes.soft} role="status">
          {place !== null && t('floor.in_queue', { place })}
          {speech && t('speech.now_speaking')} {speech && <SpeechClock speech={speech} />}
        </span>
      </span>
      {speech && act('speech.end_turn', () => void run('floor.end', { speechId: speech.speechId }))}
      {!speech && hand && act('speech.lower_hand', () => void run('floor.lowerHand', { handId: hand.handId }))}
      {!speech && !hand && act('floor.raise_for', () => void run('floor.raiseHand', { handId: newId(), memberId }))}
    </li>
  )
}
