// The opening of a poll: what decides its result is frozen here (DESIGN 6).
import { rulesOf } from '@hoi-truong/shared/attendance'
import { AppError } from '@hoi-truong/shared/errors'
import { electorateOf, findPoll, isInPersonOnlyPoll } from '@hoi-truong/shared/voting'
import { defineCommand } from '../log/commandDefinition.ts'
import { requireOpen } from '../meeting/course.ts'
import type { PollPapers } from './papers.ts'
import { pollPapers } from './pollPapers.ts'
import { assertNoOther, assertSound, assertVoters, preparedPollOf } from './pollRules.ts'
import { ballotBox } from './secret/ballotBox.ts'
import type { BoxKeys } from './secretBox.ts'
import { votingEvent } from './votingEvent.ts'

export const openingPollDefinition = defineCommand<'meeting', 'voting.open', BoxKeys | null, PollPapers>({
  type: 'voting.open',
  stream: 'meeting',
  action: 'voting.open',
  timing: 'live',
  side: pollPapers,
  gather: async (_sql, { state: { everyone }, payload }) => {
    const poll = findPoll(everyone.voting, payload.pollId)
    const needsBox =
      poll?.stage === 'prepared' &&
      poll.question.method === 'electronic' &&
      rulesOf(everyone.meeting).voting.electronicSecret
    return needsBox ? ballotBox.newKeys() : null
  },
  decide: ({ state: { everyone }, payload: { pollId, basedOn }, at }, { facts: keys, side }) => {
    const { meeting, attendance } = everyone
    requireOpen(meeting)
    const { question } = preparedPollOf(everyone, pollId, basedOn)
    // Rules, roll and order of business may have changed since it was prepared.
    assertSound(everyone, question)
    assertNoOther(everyone, question)
    const { base, electorate } = electorateOf(meeting, attendance, at)
    assertVoters(everyone, question, electorate)
    const rules = rulesOf(meeting)
    const { threshold } = rules.voting.matters[question.matter]
    const inPersonOnly = isInPersonOnlyPoll(question, everyone.agenda, rules)
    if (question.method === 'electronic' && !keys) throw new AppError('POLL_ELECTRONIC_BARRED')
    const publicKey = keys?.publicKey ?? null
    const opened = votingEvent('voting.opened', { pollId, threshold, base, electorate, inPersonOnly, publicKey })
    const boxes = keys ? [...side.boxes, { pollId, privateKey: keys.privateKey }] : side.boxes
    return { events: [opened], side: { ...side, boxes } }
  },
})
