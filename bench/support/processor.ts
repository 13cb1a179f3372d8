// What a program cost: processor time of a process so far.
import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** User and system time in ms. */
export function processorTime(pid: number | undefined): number {
  if (pid === undefined) throw new Error('the program does not run')
  // The name in brackets may hold spaces; utime and stime are the 12th and 13th after it.
  const [, numbers = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = numbers.split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}

/** With everything that it has started, what has ended included: PostgreSQL has a process for each connection. */
export function processorTimeOfAll(pid: number | undefined): number {
  if (pid === undefined) throw new Error('the program does not run')
  let ticks = 0
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue
    try {
      const [, numbers = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')
      const [, parent, ...rest] = numbers.split(' ')
      const [user, system, endedUser, endedSystem] = rest.slice(9, 13).map(Number)
      if (Number(name) === pid) ticks += (user ?? 0) + (system ?? 0) + (endedUser ?? 0) + (endedSystem ?? 0)
      else if (Number(parent) === pid) ticks += (user ?? 0) + (system ?? 0)
    } catch {
      // It has ended meanwhile: its time is its parent's.
    }
  }
  return (ticks * 1000) / ticksPerSecond
}
