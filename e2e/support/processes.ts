// Looks for the media workers of a running system, to kill them.
import { execFileSync } from 'node:child_process'

/** The mediasoup workers among the descendants of a process. */
export function workersOf(pid: number | undefined): number[] {
  const lines = execFileSync('ps', ['-e', '-o', 'pid=,ppid=,comm='], { encoding: 'utf8' }).trim().split('\n')
  const processes = lines
    .map((line) => line.trim().split(/\s+/))
    .map(([own, parent, name]) => ({ pid: Number(own), parent: Number(parent), name }))
  const below = (id: number): number[] =>
    processes
      .filter((child) => child.parent === id)
      .flatMap((child) => [...(child.name?.startsWith('mediasoup') ? [child.pid] : []), ...below(child.pid)])
  return pid === undefined ? [] : below(pid)
}
