// The envelope of everything that happens. A stream is one meeting or one organization; an event is never changed.
import { z } from 'zod'

export type StreamKind = 'meeting' | 'organization'

/** Who may read an event: everyone in the stream, the bureau (chair and minutes secretary), or one member. */
export type Audience = 'everyone' | 'bureau' | `member:${string}`
export const audienceOfMember = (memberId: string): Audience => `member:${memberId}`

/** An event as `decide` makes it, before it has a place in a stream. */
export interface EventDraft<T extends string = string, P = unknown> {
  type: T
  version: number
  audience: Audience
  payload: P
}

/** What everyone gets of an event that they may not read: enough to check the chain. Hashes are 64 hex digits, `at` ISO 8601 in ms. */
export interface ChainLink {
  seq: number
  at: string
  contentHash: string
  prevHash: string
  hash: string
}

/** An event with its content. `salt` is 32 hex digits; without it the content hash of a short payload could be guessed. */
export interface LogEvent<T extends string = string, P = unknown> extends ChainLink, EventDraft<T, P> {
  actorId: string | null
  salt: string
}

export type LogEntry = ChainLink | LogEvent

export const isReadable = (entry: LogEntry): entry is LogEvent => 'type' in entry

/** Who is looking: decides which audiences are visible. */
export interface Viewer {
  memberId: string | null
  bureau: boolean
}

export function mayRead(viewer: Viewer, audience: Audience): boolean {
  if (audience === 'everyone') return true
  if (audience === 'bureau') return viewer.bureau
  return viewer.memberId !== null && audience === audienceOfMember(viewer.memberId)
}

export const linkOf = ({ seq, at, contentHash, prevHash, hash }: ChainLink): ChainLink => ({
  seq,
  at,
  contentHash,
  prevHash,
  hash,
})

/** The entry as the viewer may have it. */
export const redact = (entry: LogEntry, viewer: Viewer): LogEntry =>
  isReadable(entry) && mayRead(viewer, entry.audience) ? entry : linkOf(entry)

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** Where somebody stands in a stream. */
export const positionSchema = z.strictObject({ seq: z.int().nonnegative(), hash })
export type Position = z.infer<typeof positionSchema>
