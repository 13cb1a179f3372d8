// What a browser is told about TURN: credentials that coturn checks by itself (its `use-auth-secret`), good for a day,
// without anything that names the member.
import { createHmac, randomBytes } from 'node:crypto'

const LIFETIME_SECONDS = 24 * 60 * 60

export interface IceServer {
  urls: string[]
  username: string
  credential: string
}

export function iceServers(
  turn: { urls: string[]; secret: string } | undefined,
  now: number = Date.now(),
): IceServer[] {
  if (!turn) return []
  const username = `${Math.floor(now / 1000) + LIFETIME_SECONDS}:${randomBytes(6).toString('hex')}`
  return [{ urls: turn.urls, username, credential: createHmac('sha1', turn.secret).update(username).digest('base64') }]
}
