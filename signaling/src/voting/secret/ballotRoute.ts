// Where secret ballots are cast. It asks nobody who they are: no token, no cookie, no command id; a valid token of the poll is all that
// counts. Of guesses an address gets so many answers, in memory alone: of a ballot that counts nothing is remembered but the ballot.
import { AppError, type ErrorCode, errorReplySchema } from '@hoi-truong/shared/errors'
import { ballotReceiptSchema, secretBallotSchema } from '@hoi-truong/shared/voting'
import { z } from 'zod'
import type { App } from '../../http/app.ts'
import type { RequestLimits } from '../../ops/requestLimits.ts'
import type { SecretPolls } from './SecretPolls.ts'

const id = z.uuid().toLowerCase()
const failure = z.object({ error: errorReplySchema })
/** Nobody's device sends these by itself. */
const guessed: ReadonlySet<ErrorCode> = new Set(['BALLOT_INVALID', 'POLL_UNKNOWN', 'VOTE_CHOICES_WRONG'])

export function ballotRoute(app: App, secretPolls: Pick<SecretPolls, 'cast'>, wrongBallots: RequestLimits): void {
  app.post(
    '/api/v1/meetings/:meetingId/polls/:pollId/ballots',
    {
      schema: {
        tags: ['voting'],
        summary: 'Casts a secret ballot with a blind-signed token; send it without cookies and without an access token',
        params: z.object({ meetingId: id, pollId: id }),
        body: secretBallotSchema,
        response: { 200: ballotReceiptSchema, 400: failure, 404: failure, 409: failure, 429: failure, 503: failure },
      },
    },
    async ({ params, body, ip }) => {
      try {
        return { receipt: await secretPolls.cast(params, body) }
      } catch (error) {
        // Not before: a commune behind one address casts its good ballots, however much one of them guesses.
        if (error instanceof AppError && guessed.has(error.code)) wrongBallots.take(ip)
        throw error
      }
    },
  )
}
