// The whole system on one machine: PostgreSQL, signaling and media-server under one supervisor. `npm start` and the
// end-to-end tests both use it, so that what is tested is what is started.
import path from 'node:path'
import { seedDemoData } from '../bring-up/demoData.mjs'
import { node24 } from '../bring-up/node24.mjs'
import { PostgresCluster } from '../database/cluster.mjs'
import { migrate, readMigrations } from '../database/migrations.mjs'
import { createApplicationRole, createOwnDatabase, dropDatabase, OWNER_ROLE } from '../database/roles.mjs'
import { checkServer } from '../database/server.mjs'
import { lanEnvironment, provideCertificates } from '../lan/lan.mjs'
import { did, upToDate } from '../lib/steps.mjs'
import { Supervisor } from '../supervisor.mjs'
import { defineMediaServer, defineSignaling, publicUrl } from './definitions.mjs'
import { Program } from './program.mjs'
import { provideSecrets } from './secrets.mjs'

export const POSTGRESQL = 'postgresql'
export const SIGNALING = 'signaling'
export const MEDIA_SERVER = 'media-server'

const DATABASE = 'hoi_truong'

export class System {
  #cluster
  #ownerUrl = ''
  #appUrl = ''

  /**
   * @param {object} options
   * @param {string} options.dataFolder all state, and the logs
   * @param {import('./ports.mjs').SystemPorts} options.ports
   * @param {NodeJS.ProcessEnv} [options.env]
   * @param {boolean} [options.fast] tests only: a database that forgets when the power fails
   * @param {boolean} [options.autoRestart]
   * @param {(line: string) => void} [options.report]
   * @param {import('../lan/lan.mjs').Lan} [options.lan] serve a local network by HTTPS
   */
  constructor({ dataFolder, ports, env = process.env, fast = false, autoRestart = true, report, lan }) {
    this.dataFolder = dataFolder
    this.ports = ports
    this.lan = lan
    this.env = lan ? lanEnvironment(lan, env) : env
    this.secrets = provideSecrets(dataFolder)
    this.supervisor = new Supervisor({ autoRestart, ...(report ? { report } : {}) })
    this.#cluster = env.DATABASE_URL
      ? undefined
      : new PostgresCluster({
          folder: path.join(dataFolder, 'postgres'),
          port: ports.postgres,
          password: this.secrets.superuserPassword,
          fast,
        })
  }

  get url() {
    return publicUrl(this.ports.signaling, this.lan)
  }

  get mediaUrl() {
    return publicUrl(this.ports.media, this.lan)
  }

  get demoPassword() {
    return this.env.DEMO_PASSWORD || this.secrets.demoPassword
  }

  /** The address for the application's role; known once the roles are there. */
  get databaseAppUrl() {
    return this.#appUrl
  }

  /** The address for the role that owns the tables. */
  get databaseOwnerUrl() {
    return this.#ownerUrl
  }

  /** Ours, or the one that DATABASE_URL names. */
  async startDatabaseServer() {
    if (!this.#cluster) return upToDate(`PostgreSQL ${await checkServer(this.env.DATABASE_URL ?? '')} of DATABASE_URL`)
    const isNew = !this.#cluster.exists
    if (isNew) await this.#cluster.create()
    this.supervisor.add(new Program(POSTGRESQL, this.#cluster.program, this.#logFile(POSTGRESQL)))
    await this.supervisor.start(POSTGRESQL)
    return did(isNew ? `new, port ${this.#cluster.port}` : `port ${this.#cluster.port}`)
  }

  /** @param {{ fresh?: boolean }} [options] whether the database begins empty */
  async provideRoles({ fresh = false } = {}) {
    if (!this.#cluster) {
      this.#ownerUrl = this.env.DATABASE_URL ?? ''
      this.#appUrl =
        this.env.DATABASE_APP_URL || (await createApplicationRole(this.#ownerUrl, this.secrets.applicationPassword))
      return upToDate()
    }
    const { ownerPassword, applicationPassword } = this.secrets
    const administration = this.#cluster.url('postgres')
    if (fresh) await dropDatabase(administration, DATABASE)
    const isNew = await createOwnDatabase(administration, DATABASE, {
      owner: ownerPassword,
      application: applicationPassword,
    })
    this.#ownerUrl = this.#cluster.url(DATABASE, OWNER_ROLE, ownerPassword)
    this.#appUrl = this.#cluster.url(DATABASE, 'hoi_truong_app', applicationPassword)
    return isNew ? did('database created') : upToDate()
  }

  async migrate() {
    const migrations = readMigrations()
    const applied = await migrate(this.#ownerUrl, migrations)
    return applied.length ? did(`${applied.length} applied`) : upToDate(`up to date, ${migrations.length} migrations`)
  }

  seed() {
    return seedDemoData({
      dataFolder: this.dataFolder,
      ownerUrl: this.#ownerUrl,
      appUrl: this.#appUrl,
      password: this.demoPassword,
      documentFolder: this.#documentFolder,
      env: this.env,
    })
  }

  /** For HTTPS in a local network. */
  async provideCertificates() {
    return this.lan ? provideCertificates(this.lan) : upToDate('none needed')
  }

  async startPrograms() {
    const { ports, secrets, env, lan } = this
    const options = { node: node24(), ports, secrets, env, ...(lan ? { lan } : {}) }
    const signaling = defineSignaling({
      ...options,
      databaseAppUrl: this.#appUrl,
      documentFolder: this.#documentFolder,
    })
    this.supervisor.add(new Program(SIGNALING, signaling, this.#logFile(SIGNALING)))
    this.supervisor.add(new Program(MEDIA_SERVER, defineMediaServer(options), this.#logFile(MEDIA_SERVER)))
    await Promise.all([this.supervisor.start(SIGNALING), this.supervisor.start(MEDIA_SERVER)])
    return did()
  }

  async stop() {
    await this.supervisor.stopAll()
  }

  get #documentFolder() {
    return path.join(this.dataFolder, 'documents')
  }

  /** @param {string} name */
  #logFile(name) {
    return path.join(this.dataFolder, 'logs', `${name}.log`)
  }
}
