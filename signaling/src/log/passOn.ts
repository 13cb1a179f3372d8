// What another thread of this node has appended, told to those who follow the stream here: its cache and publisher are its own.
import type { Database } from '../database/client.ts'
import type { Publisher } from './publisher.ts'
import type { StreamCache } from './streamCache.ts'
import { readEvents, readHead } from './streamRows.ts'

/** From this number on. */
export interface AppendedTo {
  streamId: string
  seq: number
}

interface Parts {
  database: Database
  cache: StreamCache
  publisher: Publisher
  isFollowed: (streamId: string) => boolean
}

/** Streams that nobody here has asked for are read when somebody does. */
export async function passOn(
  { database, cache, publisher, isFollowed }: Parts,
  appended: readonly AppendedTo[],
): Promise<void> {
  for (const { streamId, seq } of appended) {
    const isCached = cache.holds(streamId)
    if (!isCached && !isFollowed(streamId)) continue
    const head = await readHead(database, streamId)
    if (!head) continue
    const { snapshot, missed } = await cache.catchUp(database, streamId, head)
    const entries = isCached ? missed : await readEvents(database, streamId, seq - 1, snapshot.position.seq)
    cache.keep(snapshot)
    publisher.publish(snapshot, entries)
  }
}
