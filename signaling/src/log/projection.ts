// Tables made from events in the transaction that appends them. A projection touches rows of its own stream only.
import type { LogEvent, StreamKind } from '@hoi-truong/shared/log'
import type { Sql } from '../database/client.ts'
import type { StateOfKind } from './commandDefinition.ts'

export interface Projection<K extends StreamKind = StreamKind> {
  stream: K
  /** Applies the events of one batch in order; `state` is the stream's state after them. */
  apply: (sql: Sql, streamId: string, events: readonly LogEvent[], state: StateOfKind[K]) => Promise<void>
}

export const defineProjection = <K extends StreamKind>(projection: Projection<K>): Projection =>
  projection as unknown as Projection
