// The log's clock in the hands of a test. Only the owner of a database may put another one in its place.
import { connectDatabase } from '../database/client.ts'

export interface TestClock {
  /** From now on the log is this far from the real time, in seconds. */
  shift: (seconds: number) => Promise<void>
  /** Until when a live command given now holds, by the log's clock: `command(type, streamId, payload, { validUntil: clock.soon() })`. */
  soon: () => string
  stop: () => Promise<void>
}

export async function takeClock(ownerUrl: string): Promise<TestClock> {
  const owner = connectDatabase(ownerUrl)
  let ahead = 0
  return {
    shift: async (seconds) => {
      ahead = seconds
      await owner.$executeRawUnsafe(
        `create or replace function log_clock() returns timestamptz language sql volatile as
          'select clock_timestamp() + make_interval(secs => ${Number(seconds)})'`,
      )
    },
    soon: () => new Date(Date.now() + ahead * 1000 + 20_000).toISOString(),
    stop: () => owner.$disconnect(),
  }
}
