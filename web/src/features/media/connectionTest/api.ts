// What the connection test asks of signaling: a grant for a room of one's own, and noise down and up.
import type { GrantReply } from '@hoi-truong/shared/media'
import { PROTOCOL_VERSION } from '@hoi-truong/shared/protocol'
import { API, failureOf } from '../../../lib/http.ts'
import { asksForToken, Unreachable } from '../../../lib/problem.ts'
import { openWire } from '../../../lib/wire.ts'
import { session } from '../../account/api/session.ts'
import type { GatewayWire } from '../../meeting/api/gateway.ts'

const PATH = '/connection-test'

export const askGrant = (signal: AbortSignal): Promise<GrantReply> =>
  session.request<GrantReply>(PATH, { method: 'POST', signal })

/** The connection of a room to signaling, and away again. */
export async function tryGateway(signal: AbortSignal): Promise<void> {
  const token = await session.accessToken()
  const wire = await openWire<GatewayWire>('/', { protocol: PROTOCOL_VERSION, token }, signal)
  wire.close()
}

/** @throws AppError what the server refuses with @throws Unreachable */
async function fetchSignedIn(path: string, init: RequestInit): Promise<Response> {
  const ask = async (token: string): Promise<Response> => {
    let response: Response
    try {
      response = await fetch(`${API}${PATH}${path}`, {
        ...init,
        cache: 'no-store',
        credentials: 'same-origin',
        headers: { ...init.headers, authorization: `Bearer ${token}` },
      })
    } catch (cause) {
      throw new Unreachable({ cause })
    }
    if (!response.ok) throw failureOf(response.status, await response.text().catch(() => ''))
    return response
  }
  const token = await session.accessToken()
  try {
    return await ask(token)
  } catch (error) {
    if (!asksForToken(error)) throw error
    session.refuse(token)
    return ask(await session.accessToken())
  }
}

/** @returns how many bytes came before `signal` was aborted: a slow line is known after some seconds, whatever is still to come */
export async function download(kilobytes: number, signal: AbortSignal): Promise<number> {
  const response = await fetchSignedIn(`/download?kilobytes=${kilobytes}`, { signal })
  const reader = response.body?.getReader()
  if (!reader) throw new Unreachable()
  let bytes = 0
  try {
    for (;;) {
      const { done, value } = await reader.read()
      if (done) return bytes
      bytes += value.length
    }
  } catch (cause) {
    if (signal.aborted) return bytes
    throw new Unreachable({ cause })
  }
}

/** What a call for random numbers gives at most. */
const QUOTA = 65_536

export async function upload(kilobytes: number, signal: AbortSignal): Promise<number> {
  const noise = new Uint8Array(kilobytes * 1024)
  for (let from = 0; from < noise.length; from += QUOTA) crypto.getRandomValues(noise.subarray(from, from + QUOTA))
  await fetchSignedIn('/upload', {
    method: 'POST',
    body: noise,
    headers: { 'content-type': 'application/octet-stream' },
    signal,
  })
  return noise.length
}
