// What a program cost: processor time of a process so far.
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }))

/** User and system time in ms. */
export function processorTime(pid: number | undefined): number {
  if (pid === undefined) throw new Error('the program does not run')
  // The name in brackets may hold spaces; utime and stime are the 12th and 13th after it.
  const [, numbers = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')
  const fields = numbers.split(' ')
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond
}
