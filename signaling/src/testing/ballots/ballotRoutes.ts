// What the test of all routes asks of the one that takes secret ballots: it knows no one, so it is no other for whoever is signed in.
import { randomUUID } from 'node:crypto'
import { type Bad, badBodies, json, type Row, type Wish } from '../routeRows.ts'

const ROUTE = 'POST /api/v1/meetings/:meetingId/polls/:pollId/ballots'
const ballot = () => ({ token: 'A'.repeat(43), signature: 'A'.repeat(342), choices: ['for'] })
const wrongParts = [
  { token: 'AAAA' },
  { token: `${'A'.repeat(42)}=` },
  { signature: '' },
  { signature: 'AQAB' },
  { choices: ['x'.repeat(37)] },
]

export function ballotRoutes(ids: () => { meetingId: string; branchId: string }): Record<string, Row> {
  const at = (meetingId: string, body: Wish): Wish => ({
    path: `/api/v1/meetings/${meetingId}/polls/${randomUUID()}/ballots`,
    ...body,
  })
  const here = (body: Wish): Wish => at(ids().meetingId, body)
  return {
    [ROUTE]: {
      signedIn: false,
      right: () => here(json(ballot())),
      bad: [
        ...badBodies(ballot).map(([what, wish, code]): Bad => [what, () => here(wish()), code]),
        ['a poll that there is not', () => here(json(ballot())), 'POLL_UNKNOWN'],
        ['a poll of another stream', () => at(ids().branchId, json(ballot())), 'POLL_UNKNOWN'],
        ['a meeting that there is not', () => at(randomUUID(), json(ballot())), 'POLL_UNKNOWN'],
        ['no id of a meeting', () => at('none', json(ballot())), 'REQUEST_MALFORMED'],
        ...wrongParts.map(
          (wrong): Bad => [
            `a ballot with ${Object.keys(wrong)} amiss`,
            () => here(json({ ...ballot(), ...wrong })),
            'REQUEST_MALFORMED',
          ],
        ),
      ],
    },
  }
}
