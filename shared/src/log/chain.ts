// The hash chain (DESIGN 2): each event's hash covers its content and its predecessor, so that a changed, missing or reordered
// event is found by anybody, also by those who see only the links.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import canonicalize from 'canonicalize'
import { type ChainLink, type EventDraft, isReadable, type LogEntry, type LogEvent, type Position } from './event.ts'

export const GENESIS_HASH = '0'.repeat(64)
export const GENESIS: Position = { seq: 0, hash: GENESIS_HASH }

/** RFC 8785 JSON: the same value gives the same text on every machine. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new TypeError('value has no JSON form')
  return text
}

export const sha256Hex = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

export function contentHashOf(salt: string, event: EventDraft & { actorId: string | null }): string {
  const { type, version, audience, actorId, payload } = event
  const content = utf8ToBytes(canonicalJson({ type, version, audience, actor: actorId, payload }))
  return bytesToHex(sha256.create().update(hexToBytes(salt)).update(content).digest())
}

export function linkHashOf(streamId: string, link: Omit<ChainLink, 'hash'>): string {
  return sha256Hex(canonicalJson([link.prevHash, streamId, link.seq, link.at, link.contentHash]))
}

/** Gives a draft its place after `head`. `at` must not lie before the head's. */
export function chainEvent(
  streamId: string,
  head: Position,
  draft: EventDraft,
  stamp: { actorId: string | null; at: string; salt: string },
): LogEvent {
  const content = { ...draft, actorId: stamp.actorId }
  const link = {
    seq: head.seq + 1,
    at: stamp.at,
    contentHash: contentHashOf(stamp.salt, content),
    prevHash: head.hash,
  }
  return { ...content, ...link, salt: stamp.salt, hash: linkHashOf(streamId, link) }
}

export type ChainVerdict =
  | { ok: true; head: Position }
  | { ok: false; seq: number; broken: 'order' | 'time' | 'predecessor' | 'content' | 'hash' }

/** Checks a run of entries that follows `from`; entries may be redacted. */
export function verifyChain(streamId: string, entries: readonly LogEntry[], from: Position = GENESIS): ChainVerdict {
  let head: Position = from
  let at = ''
  for (const entry of entries) {
    const broken = (reason: Extract<ChainVerdict, { ok: false }>['broken']): ChainVerdict => ({
      ok: false,
      seq: entry.seq,
      broken: reason,
    })
    if (entry.seq !== head.seq + 1) return broken('order')
    if (entry.at < at) return broken('time')
    if (entry.prevHash !== head.hash) return broken('predecessor')
    if (isReadable(entry) && contentHashOf(entry.salt, entry) !== entry.contentHash) return broken('content')
    if (linkHashOf(streamId, entry) !== entry.hash) return broken('hash')
    head = { seq: entry.seq, hash: entry.hash }
    at = entry.at
  }
  return { ok: true, head }
}
