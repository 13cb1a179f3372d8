// Commands on speeches: the chair gives the floor, limits and ends it; the speaker ends it; what was heard without is noted afterwards.
import { currentItem } from '@hoi-truong/shared/agenda'
import { openInterval } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { currentSpeech, type Speech } from '@hoi-truong/shared/floor'
import { assertOnRoll } from '../attendance/sites.ts'
import { defineCommand } from '../log/commandDefinition.ts'
import { requireOpen } from '../meeting/course.ts'
import { floorEvent } from './floorEvent.ts'
import { assertPresent, type Everyone, memberOf, runsSiteOf } from './floorRules.ts'
import { noted } from './noted.ts'

/** @throws AppError FLOOR_SPEECH_UNKNOWN */
function speechOf({ floor }: Everyone, speechId: string): Speech {
  const speech = floor.speeches.find((candidate) => candidate.speechId === speechId)
  if (!speech) throw new AppError('FLOOR_SPEECH_UNKNOWN')
  return speech
}

const siteIdOf = ({ attendance }: Everyone, memberId: string): string | null => {
  const place = openInterval(attendance, memberId)?.place
  return place?.kind === 'site' ? place.siteId : null
}

/** @throws AppError FLOOR_NOT_YOURS */
function assertEnds(everyone: Everyone, actorId: string, { memberId }: Speech): void {
  const runs = memberId !== null && runsSiteOf(everyone, actorId, memberId)
  if (actorId !== memberId && actorId !== everyone.meeting.chairId && !runs) throw new AppError('FLOOR_NOT_YOURS')
}

export const speechCommandDefinitions = [
  defineCommand<'meeting', 'floor.grant'>({
    type: 'floor.grant',
    stream: 'meeting',
    action: 'floor.grant',
    timing: 'live',
    decide: ({ state: { everyone }, payload: { speechId, memberId, limitSeconds } }) => {
      const { meeting, floor, agenda } = everyone
      requireOpen(meeting)
      assertOnRoll(meeting, memberId)
      assertPresent(everyone, memberId)
      const current = currentSpeech(floor)
      if (current?.memberId === memberId) {
        const limit = { speechId: current.speechId, limitSeconds }
        return { events: current.limitSeconds === limitSeconds ? [] : [floorEvent('floor.limitChanged', limit)] }
      }
      if (floor.speeches.some((speech) => speech.speechId === speechId)) throw new AppError('COMMAND_ID_REUSED')
      const siteId = siteIdOf(everyone, memberId)
      const itemId = currentItem(agenda)?.itemId ?? null
      return { events: [floorEvent('floor.granted', { speechId, memberId, siteId, itemId, limitSeconds })] }
    },
  }),

  defineCommand<'meeting', 'floor.changeLimit'>({
    type: 'floor.changeLimit',
    stream: 'meeting',
    action: 'floor.changeLimit',
    timing: 'live',
    decide: ({ state: { everyone }, payload: { speechId, limitSeconds } }) => {
      requireOpen(everyone.meeting)
      const speech = speechOf(everyone, speechId)
      if (speech.endedAt !== null) throw new AppError('FLOOR_SPEECH_UNKNOWN')
      if (speech.limitSeconds === limitSeconds) return { events: [] }
      return { events: [floorEvent('floor.limitChanged', { speechId, limitSeconds })] }
    },
  }),

  defineCommand<'meeting', 'floor.end'>({
    type: 'floor.end',
    stream: 'meeting',
    action: 'floor.end',
    timing: 'live',
    decide: ({ state: { everyone }, actor, payload: { speechId } }) => {
      const { meeting } = everyone
      requireOpen(meeting)
      const actorId = memberOf(actor)
      const speech = speechOf(everyone, speechId)
      assertEnds(everyone, actorId, speech)
      // Over already: the chair and the speaker pressed at once, or the next one has it.
      if (speech.endedAt !== null) return { events: [] }
      const byChair = actorId === meeting.chairId && actorId !== speech.memberId
      return { events: [floorEvent('floor.ended', { speechId, reason: byChair ? 'chair' : 'own' })] }
    },
  }),

  defineCommand<'meeting', 'floor.recordSpeech'>({
    type: 'floor.recordSpeech',
    stream: 'meeting',
    action: 'floor.recordSpeech',
    timing: 'deferrable',
    internal: true,
    decide: ({ state: { everyone }, payload, at }) => {
      const { meeting } = everyone
      // What was on at the closing is over a moment after it.
      if (meeting.status !== 'closed') requireOpen(meeting)
      const speech = noted(everyone, payload, at)
      return { events: speech ? [floorEvent('floor.speechHeard', speech)] : [] }
    },
  }),
]
