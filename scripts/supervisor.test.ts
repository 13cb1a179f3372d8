// The promises of `npm start` about its children, kept with real processes.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { restartDelay, Supervisor } from './supervisor.mjs'
import { Program } from './system/program.mjs'

let folder: string
let supervisor: Supervisor
let reports: string[]

/** Ready once it has written its number into a file. */
function child(name: string, code: string, stopSignal: NodeJS.Signals = 'SIGTERM'): Program {
  const file = path.join(folder, `${name}.ready`)
  const script = `${code}; require('fs').writeFileSync(${JSON.stringify(file)}, String(process.pid))`
  const isReady = async (pid: number): Promise<boolean> => readFileSync(file, 'utf8') === String(pid)
  return new Program(
    name,
    { command: [process.execPath, '-e', script], env: process.env, cwd: folder, stopSignal, isReady },
    path.join(folder, 'logs', `${name}.log`),
  )
}

const runsForever = 'setInterval(() => {}, 1000)'
const isAlive = (pid: number | undefined): boolean => {
  if (pid === undefined) return false
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

function start(options: { autoRestart?: boolean } = {}): void {
  reports = []
  supervisor = new Supervisor({ ...options, report: (line) => reports.push(line) })
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'supervisor-'))
  start()
})

afterEach(async () => {
  await supervisor.stopAll()
  rmSync(folder, { recursive: true, force: true })
})

describe('the supervisor', () => {
  it('brings a killed child back, as a new process that is ready', async () => {
    supervisor.add(child('one', runsForever))
    await supervisor.start('one')
    const first = supervisor.program('one').pid
    await supervisor.program('one').kill('SIGKILL')
    await vi.waitFor(() => expect(reports.at(-1)).toBe('one runs again'), { timeout: 10_000 })
    expect(reports[0]).toContain('one killed by SIGKILL; starting it again')
    expect(supervisor.program('one').pid).not.toBe(first)
    expect(isAlive(supervisor.program('one').pid)).toBe(true)
  })

  it('leaves a killed child alone when asked to, until it is started again', async () => {
    start({ autoRestart: false })
    supervisor.add(child('one', runsForever))
    await supervisor.start('one')
    await supervisor.program('one').kill('SIGKILL')
    expect(supervisor.program('one').pid).toBeUndefined()
    expect(reports).toEqual(['one killed by SIGKILL'])
    await supervisor.start('one')
    expect(isAlive(supervisor.program('one').pid)).toBe(true)
  })

  it('shows the last words of a child that ends before it is ready, and does not try again', async () => {
    supervisor.add(child('one', "console.error('no database here'); process.exit(3)"))
    await expect(supervisor.start('one')).rejects.toMatchObject({
      message: expect.stringContaining('one ended before it was ready'),
      details: 'no database here',
    })
    expect(reports).toEqual([])
  })

  it('stops the children that were started last first', async () => {
    const log = path.join(folder, 'order')
    const notes = (name: string): string =>
      `process.on('SIGTERM', () => { require('fs').appendFileSync(${JSON.stringify(log)}, '${name} '); process.exit() }); ${runsForever}`
    writeFileSync(log, '')
    for (const name of ['one', 'two', 'three']) {
      supervisor.add(child(name, notes(name)))
      await supervisor.start(name)
    }
    const pids = ['one', 'two', 'three'].map((name) => supervisor.program(name).pid)
    await supervisor.stopAll()
    expect(readFileSync(log, 'utf8')).toBe('three two one ')
    expect(pids.some(isAlive)).toBe(false)
    expect(reports).toEqual([])
  })

  it('ends a child that does not listen', async () => {
    supervisor.add(child('deaf', `process.on('SIGTERM', () => {}); ${runsForever}`))
    await supervisor.start('deaf')
    const { pid } = supervisor.program('deaf')
    await supervisor.program('deaf').stop(50)
    expect(isAlive(pid)).toBe(false)
  })

  it('starts nothing once it stops', async () => {
    supervisor.add(child('late', runsForever))
    await supervisor.stopAll()
    await expect(supervisor.start('late')).rejects.toThrow('everything stops')
    expect(supervisor.program('late').pid).toBeUndefined()
  })

  it('waits longer after each failure, up to a limit', () => {
    expect([1, 2, 3, 4].map(restartDelay)).toEqual([200, 400, 800, 1600])
    expect(restartDelay(20)).toBe(15_000)
  })
})
