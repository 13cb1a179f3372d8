// The wire side of a browser: a real socket that speaks the client protocol and keeps what it is told. It has no media.
import type { ErrorCode, ErrorReply, Result } from '@hoi-truong/shared/errors'
import {
  type DeviceClass,
  kindOfSource,
  MEDIA_NAMESPACE,
  type MediaReplies,
  type MediaRequest,
  type MediaRequestBody,
  type MediaSource,
} from '@hoi-truong/shared/media'
import { io, type Socket } from 'socket.io-client'
import type { Notification, NotificationBody } from '../room/RoomView.ts'
import type { MediaServer } from '../server.ts'
import { grantClaims, signGrant } from './mediaTestServer.ts'
import { parametersFor } from './rtpSamples.ts'

type Claims = ReturnType<typeof grantClaims>

const opened = new Set<TestBrowser>()

export class TestBrowser {
  readonly socket: Socket
  readonly told: { notification: string; body: unknown }[] = []
  #joined: MediaReplies['join'] | undefined

  private constructor(url: string, auth: object) {
    this.socket = io(url + MEDIA_NAMESPACE, { auth, transports: ['websocket'], forceNew: true, reconnection: false })
    this.socket.onAny((notification: string, body: unknown) => this.told.push({ notification, body }))
    opened.add(this)
  }

  /** Connects; a refused handshake is thrown as the ErrorReply it carries. */
  static async connect(server: MediaServer, auth: object): Promise<TestBrowser> {
    const browser = new TestBrowser(server.url, auth)
    await new Promise<void>((resolve, reject) => {
      browser.socket.once('connect', resolve)
      browser.socket.once('connect_error', (error) => reject((error as Error & { data?: ErrorReply }).data ?? error))
    })
    return browser
  }

  static withGrant(server: MediaServer, claims: Partial<Claims> = {}): Promise<TestBrowser> {
    return TestBrowser.connect(server, { grant: signGrant(grantClaims(claims)) })
  }

  static async joined(
    server: MediaServer,
    claims: Partial<Claims> = {},
    device: DeviceClass = 'computer',
  ): Promise<TestBrowser> {
    const browser = await TestBrowser.withGrant(server, claims)
    await browser.join(device)
    return browser
  }

  static closeAll(): void {
    for (const browser of opened) browser.socket.disconnect()
    opened.clear()
  }

  get room(): MediaReplies['join'] {
    if (!this.#joined) throw new Error('this browser has not joined')
    return this.#joined
  }

  async join(device: DeviceClass = 'computer'): Promise<MediaReplies['join']> {
    this.#joined = await this.ask('join', { device })
    return this.#joined
  }

  /** The answer of a request that must succeed. */
  async ask<R extends MediaRequest>(request: R, body: MediaRequestBody<R>): Promise<MediaReplies[R]> {
    const result = await this.raw(request, body)
    if (!result.ok) throw new Error(`${request} was refused: ${JSON.stringify(result.error)}`)
    return result.value as MediaReplies[R]
  }

  /** The code of a request that must be refused. */
  async refusal(request: string, ...args: unknown[]): Promise<ErrorCode> {
    const result = await this.raw(request, ...args)
    if (result.ok) throw new Error(`${request} was not refused`)
    return result.error.code
  }

  raw(request: string, ...args: unknown[]): Promise<Result<unknown>> {
    return this.socket.timeout(10_000).emitWithAck(request, ...args)
  }

  async produce(source: MediaSource, paused = false): Promise<string> {
    const { producerId } = await this.ask('produce', {
      transportId: this.room.sendTransport.id,
      kind: kindOfSource[source],
      source,
      rtpParameters: parametersFor(source),
      paused,
    })
    return producerId
  }

  consume(...producerIds: string[]): Promise<MediaReplies['consume']> {
    const rtpCapabilities = this.room.routerRtpCapabilities as Record<string, unknown>
    return this.ask('consume', { producerIds, rtpCapabilities })
  }

  /** What was told under this name so far. */
  heard<N extends Notification>(notification: N): NotificationBody<N>[] {
    return this.told
      .filter((entry) => entry.notification === notification)
      .map(({ body }) => body as NotificationBody<N>)
  }

  /** Waits for the first of this name, told already or not. */
  async hears<N extends Notification>(notification: N): Promise<NotificationBody<N>> {
    const [first] = this.heard(notification)
    if (first !== undefined) return first
    return new Promise((resolve) => this.socket.once(notification as string, resolve))
  }

  /** Waits until the server has ended the connection. */
  async isCutOff(): Promise<void> {
    if (!this.socket.connected) return
    await new Promise<void>((resolve) => this.socket.once('disconnect', () => resolve()))
  }
}
