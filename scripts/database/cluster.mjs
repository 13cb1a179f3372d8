// The PostgreSQL of one copy of the project: its data folder and the command that serves it.
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { runCommand } from '../lib/command.mjs'
import { Problem } from '../lib/problem.mjs'
import { dyingWithParent } from '../system/dyingWithParent.mjs'
import { postgresFolder } from './binaries.mjs'
import { postgresUser } from './postgresUser.mjs'

const SUPERUSER = 'postgres'

/** Nothing of the caller's environment (PGDATA, PGPORT, a locale that is not installed) may reach PostgreSQL. */
const environment = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' }

export class PostgresCluster {
  /**
   * @param {object} options
   * @param {string} options.folder
   * @param {number} options.port
   * @param {string} options.password of the superuser
   * @param {boolean} [options.fast] tests only: no fsync
   */
  constructor({ folder, port, password, fast = false }) {
    mkdirSync(path.dirname(folder), { recursive: true })
    this.folder = path.join(realpathSync(path.dirname(folder)), path.basename(folder))
    this.port = port
    this.password = password
    this.fast = fast
    this.binaries = path.join(postgresFolder(), 'bin')
    this.user = postgresUser(this.folder, [path.dirname(this.folder), this.binaries])
  }

  get exists() {
    return existsSync(path.join(this.folder, 'PG_VERSION'))
  }

  /** Makes the data folder; whoever interrupts it finds none. */
  async create() {
    const passwordFile = `${this.folder}.password`
    rmSync(this.folder, { recursive: true, force: true })
    mkdirSync(this.folder, { mode: 0o700 })
    writeFileSync(passwordFile, this.password, { mode: 0o600 })
    this.#giveAway(this.folder, passwordFile)
    try {
      const [file, ...args] = wrapped(this.user, [
        path.join(this.binaries, 'initdb'),
        `--pgdata=${this.folder}`,
        `--username=${SUPERUSER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C.UTF-8',
        '--data-checksums',
        // As safe as syncing file by file, and seconds faster.
        ...(this.fast ? ['--no-sync'] : process.platform === 'linux' ? ['--sync-method=syncfs'] : []),
      ])
      await runCommand('PostgreSQL could not make its data folder. What is wrong stands below.', file, args, {
        cwd: '/',
        env: environment,
      })
      writeFileSync(path.join(this.folder, 'postgresql.auto.conf'), configuration(this.fast))
    } catch (error) {
      rmSync(this.folder, { recursive: true, force: true })
      throw error
    } finally {
      rmSync(passwordFile, { force: true })
    }
  }

  /** What the supervisor runs. */
  get program() {
    // After the change of user, which makes the kernel forget it.
    const server = dyingWithParent('SIGINT', [
      path.join(this.binaries, 'postgres'),
      '-D',
      this.folder,
      '-p',
      String(this.port),
    ])
    return {
      command: wrapped(this.user, server),
      env: environment,
      cwd: '/',
      // “Fast” shutdown: SIGTERM would wait for clients to leave.
      stopSignal: /** @type {const} */ ('SIGINT'),
      isReady: async (/** @type {number} */ pid) => this.#isReady(pid),
      beforeStart: () => this.stopOrphan(),
    }
  }

  /**
   * A server whose supervisor was killed may still run (or be shutting down): it has the data, but nobody watches it.
   */
  async stopOrphan() {
    const deadline = Date.now() + 60_000
    for (let pid = this.#runningPid(); pid !== undefined; pid = this.#runningPid()) {
      if (Date.now() > deadline)
        throw new Problem(`An earlier PostgreSQL (process ${pid}) does not stop. End it with: kill -INT ${pid}`)
      signal(pid)
      await delay(50)
    }
    this.#forgetZombie()
  }

  /** @param {string} database @param {string} [user] @param {string} [password] */
  url(database, user = SUPERUSER, password = this.password) {
    return `postgresql://${user}:${encodeURIComponent(password)}@127.0.0.1:${this.port}/${database}`
  }

  /** @returns {number | undefined} the process that serves this folder */
  #runningPid() {
    const pid = Number(this.#pidFile()[0])
    if (!pid) return undefined
    try {
      // The number may belong to somebody else by now; a zombie has no folder any more.
      return readlinkSync(`/proc/${pid}/cwd`) === this.folder ? pid : undefined
    } catch {
      return undefined
    }
  }

  /**
   * Where nobody reaps orphans (some containers), a server killed with -9 stays as a zombie, and PostgreSQL takes its
   * number for a living server. A zombie serves nothing; its backends end by themselves.
   */
  #forgetZombie() {
    const pid = Number(this.#pidFile()[0])
    if (pid && isZombie(pid)) rmSync(path.join(this.folder, 'postmaster.pid'), { force: true })
  }

  /** The file of a killed server says “ready” too, hence the number. @param {number} pid */
  #isReady(pid) {
    const lines = this.#pidFile()
    return Number(lines[0]) === pid && lines[7]?.trim() === 'ready'
  }

  #pidFile() {
    try {
      return readFileSync(path.join(this.folder, 'postmaster.pid'), 'utf8').split('\n')
    } catch {
      return []
    }
  }

  /** @param {...string} files */
  #giveAway(...files) {
    const { uid, gid } = this.user
    if (uid === undefined || gid === undefined) return
    for (const file of files) chownSync(file, uid, gid)
  }
}

/**
 * @param {import('./postgresUser.mjs').PostgresUser} user @param {[string, ...string[]]} command
 * @returns {[string, ...string[]]}
 */
function wrapped({ wrap }, command) {
  const [first, ...rest] = wrap
  return first === undefined ? command : [first, ...rest, ...command]
}

/** @param {number} pid */
function signal(pid) {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It ended between the two looks.
  }
}

/** @param {number} pid */
function isZombie(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.startsWith('Z') ?? false
  } catch {
    return false
  }
}

/** @param {boolean} fast */
function configuration(fast) {
  const lines = [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    "password_encryption = 'scram-sha-256'",
    'max_connections = 200',
    'shared_buffers = 128MB',
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    ...(process.platform === 'linux' ? ['recovery_init_sync_method = syncfs'] : []),
    ...(fast ? ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off'] : []),
  ]
  return `${lines.join('\n')}\n`
}
