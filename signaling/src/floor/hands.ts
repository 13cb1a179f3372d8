// Commands on raised hands: up, down, to another place in the queue. Whoever comes second with the same wish hears that it is done.
import { AppError } from '@hoi-truong/shared/errors'
import { currentSpeech, handOf, type RaisedHand } from '@hoi-truong/shared/floor'
import { defineCommand } from '../log/commandDefinition.ts'
import { requireOpen } from '../meeting/course.ts'
import { floorEvent } from './floorEvent.ts'
import { assertPresent, type Everyone, memberOf, runsSiteOf } from './floorRules.ts'

/** For oneself; for others whoever runs their site, the chair and the minutes secretary. @throws AppError FLOOR_NOT_YOURS */
function assertRaisesFor(everyone: Everyone, actorId: string, memberId: string): void {
  const { chairId, minutesSecretaryId } = everyone.meeting
  const officers = [chairId, minutesSecretaryId]
  if (actorId !== memberId && !officers.includes(actorId) && !runsSiteOf(everyone, actorId, memberId))
    throw new AppError('FLOOR_NOT_YOURS')
}

/** @throws AppError FLOOR_NOT_YOURS */
function assertLowers(everyone: Everyone, actorId: string, { memberId, raisedBy }: RaisedHand): void {
  const own = [memberId, raisedBy, everyone.meeting.chairId]
  if (!own.includes(actorId) && !runsSiteOf(everyone, actorId, memberId)) throw new AppError('FLOOR_NOT_YOURS')
}

/** Whether the queue would be as it is. */
function standsThere(hands: readonly RaisedHand[], handId: string, before: string | null): boolean {
  const next = hands[hands.findIndex((hand) => hand.handId === handId) + 1]?.handId ?? null
  const goal = hands.some((hand) => hand.handId === before) ? before : null
  return goal === next || goal === handId
}

export const handCommandDefinitions = [
  defineCommand<'meeting', 'floor.raiseHand'>({
    type: 'floor.raiseHand',
    stream: 'meeting',
    action: 'floor.raiseHand',
    timing: 'live',
    decide: ({ state: { everyone }, actor, payload: { handId, memberId } }) => {
      const { meeting, floor } = everyone
      requireOpen(meeting)
      assertRaisesFor(everyone, memberOf(actor), memberId)
      assertPresent(everyone, memberId)
      // Called in the same moment: nobody asks for what they have.
      if (handOf(floor, memberId) || currentSpeech(floor)?.memberId === memberId) return { events: [] }
      if (floor.hands.some((hand) => hand.handId === handId)) throw new AppError('COMMAND_ID_REUSED')
      return { events: [floorEvent('floor.handRaised', { handId, memberId })] }
    },
  }),

  defineCommand<'meeting', 'floor.lowerHand'>({
    type: 'floor.lowerHand',
    stream: 'meeting',
    action: 'floor.lowerHand',
    timing: 'live',
    decide: ({ state: { everyone }, actor, payload: { handId } }) => {
      const { meeting, floor } = everyone
      requireOpen(meeting)
      const actorId = memberOf(actor)
      const hand = floor.hands.find((candidate) => candidate.handId === handId)
      // Down already, or its owner was called in the same moment.
      if (!hand) return { events: [] }
      assertLowers(everyone, actorId, hand)
      const own = actorId === hand.memberId || actorId === hand.raisedBy || actorId !== meeting.chairId
      return { events: [floorEvent('floor.handLowered', { handId, reason: own ? 'own' : 'chair' })] }
    },
  }),

  defineCommand<'meeting', 'floor.moveHand'>({
    type: 'floor.moveHand',
    stream: 'meeting',
    action: 'floor.moveHand',
    timing: 'live',
    decide: ({ state, payload: { handId, before } }) => {
      const { meeting, floor } = state.everyone
      requireOpen(meeting)
      if (!floor.hands.some((hand) => hand.handId === handId)) throw new AppError('FLOOR_HAND_UNKNOWN')
      const events = standsThere(floor.hands, handId, before) ? [] : [floorEvent('floor.handMoved', { handId, before })]
      return { events }
    },
  }),
]
