// A secret ballot on its way: without cookies, without a token, without anything that says who sends it.
import { ballotReceiptSchema, type SecretBallot } from '@hoi-truong/shared/voting'
import { API, failureOf } from '../../../lib/http.ts'
import { Unreachable } from '../../../lib/problem.ts'

const PATIENCE_MS = 15_000

/** @returns the receipt @throws AppError the refusal, or Unreachable */
export async function handIn(meetingId: string, pollId: string, ballot: SecretBallot): Promise<string> {
  let response: Response
  let text: string
  try {
    response = await fetch(`${API}/meetings/${meetingId}/polls/${pollId}/ballots`, {
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      // A tab that is closed now still hands it in.
      keepalive: true,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(ballot),
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    text = await response.text()
  } catch (cause) {
    throw new Unreachable({ cause })
  }
  if (!response.ok) throw failureOf(response.status, text)
  try {
    return ballotReceiptSchema.parse(JSON.parse(text)).receipt
  } catch (cause) {
    // Something on the way has answered, not the server.
    throw new Unreachable({ cause })
  }
}
