// The whole system for a test, on ports and in a folder of its own: what `npm start` starts, with a database that forgets
// when the power fails, and with handles to kill its parts.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { planLan } from '../../scripts/lan/lan.mjs'
import { anyFreePort } from '../../scripts/lib/ports.mjs'
import { MEDIA_SERVER, POSTGRESQL, SIGNALING, System } from '../../scripts/system/system.mjs'

interface RunningProgram {
  /** Undefined while it does not run. */
  readonly pid: number | undefined
  /** Where its output goes; a failing test may want to show it. */
  readonly logFile: string
  /** Resolves when the process is gone. It does not come back by itself unless `autoRestart` was asked for. */
  kill9(): Promise<void>
  /** Ends it in good order. */
  stop(): Promise<void>
  /** Starts it unless it runs, and waits until it serves. */
  start(): Promise<void>
  waitReady(): Promise<void>
}

export interface RunningSystem {
  url: string
  mediaUrl: string
  /** Where the one media worker takes sound and picture. */
  rtcPort: number
  /** Of the demo accounts. */
  password: string
  /** As signaling connects. */
  databaseUrl: string
  /** As migrations connect: for tests that look at the tables. */
  databaseOwnerUrl: string
  dataFolder: string
  /** With `lanAddress`: the certificate of the authority that vouches for the system. */
  authorityFile: string
  signaling: RunningProgram
  mediaServer: RunningProgram
  postgres: RunningProgram
  stop(): Promise<void>
}

export interface SystemOptions {
  /** For both programs, over the test's own environment. */
  env?: Record<string, string>
  /** Whether a killed program comes back by itself, as under `npm start`. */
  autoRestart?: boolean
  /** A database that survives a power failure, as under `npm start`: for measurements. */
  durable?: boolean
  /** HTTPS at this address of the machine, as under `npm start -- --lan`. */
  lanAddress?: string
}

export async function startSystem({
  env = {},
  autoRestart = false,
  durable = false,
  lanAddress,
}: SystemOptions = {}): Promise<RunningSystem> {
  const dataFolder = mkdtempSync(path.join(tmpdir(), 'hoi-truong-e2e-'))
  const ports = await freePorts()
  const lan = planLan(lanAddress ?? '', { authorityFolder: path.join(dataFolder, 'authority'), dataFolder })
  const system = new System({
    dataFolder,
    ports,
    env: { ...environment(), ...env },
    fast: !durable,
    autoRestart,
    ...(lanAddress === undefined ? {} : { lan }),
  })
  const stop = async (): Promise<void> => {
    await system.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
  try {
    await system.startDatabaseServer()
    await system.provideRoles()
    await system.migrate()
    await system.seed()
    await system.provideCertificates()
    await system.startPrograms()
  } catch (error) {
    await stop()
    throw error
  }
  const program = (name: string): RunningProgram => runningProgram(system, name)
  return {
    url: system.url,
    mediaUrl: system.mediaUrl,
    rtcPort: ports.rtcBase,
    password: system.demoPassword,
    databaseUrl: system.databaseAppUrl,
    databaseOwnerUrl: system.databaseOwnerUrl,
    dataFolder,
    authorityFile: lan.authorityFile,
    signaling: program(SIGNALING),
    mediaServer: program(MEDIA_SERVER),
    postgres: program(POSTGRESQL),
    stop,
  }
}

function runningProgram({ supervisor }: System, name: string): RunningProgram {
  const program = supervisor.program(name)
  return {
    get pid() {
      return program.pid
    },
    logFile: program.logFile,
    kill9: () => program.kill('SIGKILL'),
    stop: () => supervisor.stop(name),
    start: () => supervisor.start(name),
    waitReady: () => program.waitReady(),
  }
}

async function freePorts(): Promise<System['ports']> {
  return {
    signaling: await anyFreePort(),
    media: await anyFreePort(),
    postgres: await anyFreePort(),
    rtcBase: await anyFreePort(),
    workers: 1,
  }
}

/** A test must not depend on what the person who runs it has set for an own system. */
function environment(): NodeJS.ProcessEnv {
  const { DATABASE_URL, DATABASE_APP_URL, DEMO_PASSWORD, PORT, HOST, WEB_DIST, E2E_WEB_DIST, ...rest } = process.env
  // A web app that was built elsewhere: for two runs at once, which would build over each other.
  return E2E_WEB_DIST === undefined ? rest : { ...rest, WEB_DIST: E2E_WEB_DIST }
}
