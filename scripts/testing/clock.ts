// The log's clock in the hands of a test (ADR 0011). Only the owner of a database may put another one in its place.
import pg from 'pg'

export interface TestClock {
  /** From now on the log is this far from the real time, in seconds. */
  shift: (seconds: number) => Promise<void>
  /** From now on it is this time on that day in Vietnam, as `2026-11-03` and `19:30`. */
  goTo: (day: string, time: string) => Promise<void>
  /** Until when a live command given now holds, by the log's clock, ISO 8601. */
  soon: () => string
  stop: () => Promise<void>
}

export async function takeClock(ownerUrl: string): Promise<TestClock> {
  const owner = new pg.Client(ownerUrl)
  await owner.connect()
  let ahead = 0
  const shift = async (seconds: number) => {
    ahead = seconds
    await owner.query(
      `create or replace function log_clock() returns timestamptz language sql volatile as
        'select clock_timestamp() + make_interval(secs => ${Number(seconds)})'`,
    )
  }
  return {
    shift,
    goTo: (day, time) => shift((Date.parse(`${day}T${time}:00+07:00`) - Date.now()) / 1000),
    soon: () => new Date(Date.now() + ahead * 1000 + 20_000).toISOString(),
    stop: () => owner.end(),
  }
}
