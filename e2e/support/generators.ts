// A full room without a browser for each: members who join the real way (signaling, grant, media socket) and send picture and voice, all from
// one page (web/src/testing/generators). They receive nothing, so what the media-server sends goes to whoever else is in the room.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { BrowserContext, Page } from '@playwright/test'
import { io, type Socket } from 'socket.io-client'
import { node24 } from '../../scripts/bring-up/node24.mjs'
import { runCommand } from '../../scripts/lib/command.mjs'
import { inProject, toolEnvironment } from '../../scripts/lib/project.mjs'
import type { MemberApi } from './api.ts'
import type { RunningSystem } from './system.ts'

/** As `PROTOCOL_VERSION` of the gateway. */
const PROTOCOL = 3

interface Sent {
  camera: boolean
  voice: 'speech' | 'silence' | null
}

type Reply<T> = { ok: true; value: T } | { ok: false; error: { code: string } }

async function ask<T>(socket: Socket, request: string, body: unknown): Promise<T> {
  const reply = (await socket.timeout(30_000).emitWithAck(request, body)) as Reply<T>
  if (!reply.ok) throw new Error(`${request} was refused: ${reply.error.code}`)
  return reply.value
}

async function open(url: string, auth: object): Promise<Socket> {
  const socket = io(url, { auth, transports: ['websocket'], forceNew: true })
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve)
    socket.once('connect_error', reject)
  })
  return socket
}

async function buildPage(): Promise<string> {
  const config = 'src/testing/generators/vite.config.ts'
  const folder = inProject('test-results/generators')
  const vite = inProject('node_modules/vite/bin/vite.js')
  await runCommand(
    'The page of the generators could not be built.',
    node24(),
    [vite, 'build', '--config', config, '--outDir', folder],
    { cwd: inProject('web'), env: { ...toolEnvironment(), NODE_ENV: 'production' } },
  )
  return readFileSync(path.join(folder, 'generators.iife.js'), 'utf8')
}

export class Generators {
  readonly #system: RunningSystem
  readonly #page: Page
  readonly #sockets: Socket[] = []
  readonly #media = new Map<string, Socket>()

  private constructor(system: RunningSystem, page: Page) {
    this.#system = system
    this.#page = page
  }

  /** @param context may reach the media-server's candidates */
  static async open(context: BrowserContext, system: RunningSystem): Promise<Generators> {
    const page = await context.newPage()
    const generators = new Generators(system, page)
    await page.exposeFunction('askMedia', (member: string, request: string, body: unknown) => {
      const socket = generators.#media.get(member)
      if (!socket) throw new Error('no such member')
      return ask(socket, request, body)
    })
    // A place where a microphone may be asked for.
    await page.goto(`${system.url}/healthz`)
    await page.evaluate(await buildPage())
    return generators
  }

  async join(member: MemberApi, meetingId: string, sent: Sent): Promise<void> {
    const signaling = await open(this.#system.url, { protocol: PROTOCOL, token: member.token })
    this.#sockets.push(signaling)
    const validUntil = new Date(Date.now() + 60_000).toISOString()
    const enter = { id: randomUUID(), type: 'attendance.enter', streamId: meetingId, payload: {}, validUntil }
    await ask(signaling, 'command', enter)
    const { url, grant } = await ask<{ url: string; grant: string }>(signaling, 'grant', { meetingId })
    const media = await open(`${url}/media`, { grant })
    this.#sockets.push(media)
    this.#media.set(member.memberId, media)
    const joined = await ask<object>(media, 'join', { device: 'computer' })
    await this.#page.evaluate(([id, reply, what]) => window.sendAs?.(id, reply, what), [
      member.memberId,
      joined,
      sent,
    ] as const)
  }

  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.disconnect()
    await this.#page.close()
  }
}

declare global {
  interface Window {
    sendAs?(member: string, joined: object, sent: Sent): Promise<void>
  }
}
