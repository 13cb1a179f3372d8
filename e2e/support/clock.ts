// The log's clock in the hands of a test (ADR 0011): an evening of 100 minutes passes in two. Pages learn the new time when they load.
import pg from 'pg'
import type { RunningSystem } from './system.ts'

export interface SystemClock {
  /** From now on it is this time on that day in Vietnam, as `2026-11-03` and `19:30`. */
  goTo(day: string, time: string): Promise<void>
  stop(): Promise<void>
}

export async function takeClock({ databaseOwnerUrl }: RunningSystem): Promise<SystemClock> {
  const owner = new pg.Client(databaseOwnerUrl)
  await owner.connect()
  return {
    goTo: async (day, time) => {
      const ahead = (Date.parse(`${day}T${time}:00+07:00`) - Date.now()) / 1000
      await owner.query(
        `create or replace function log_clock() returns timestamptz language sql volatile as
          'select clock_timestamp() + make_interval(secs => ${ahead})'`,
      )
    },
    stop: () => owner.end(),
  }
}
