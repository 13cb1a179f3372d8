// The relay with real sockets. Chance has a fixed seed; times are only looked at from below.
import { createHash } from 'node:crypto'
import { createSocket, type Socket as UdpSocket } from 'node:dgram'
import { once } from 'node:events'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../ports.ts'
import { seeded } from '../seeded.ts'
import { clearLine } from './Line.ts'
import { Relay } from './Relay.ts'

const TARGET = '127.0.0.1'
const ADDRESS = '127.0.0.4'

const closing: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close()
})

const noise = (bytes: number, seed: string): Buffer => {
  const random = seeded(seed)
  return Buffer.from(Uint8Array.from({ length: bytes }, () => random() * 256))
}
const digest = (data: Buffer) => createHash('sha256').update(data).digest('hex')

async function relayTo(port: number): Promise<Relay> {
  const relay = await Relay.open({ address: ADDRESS, target: TARGET, udpPorts: [port], tcpPorts: [port], seed: 'test' })
  closing.push(() => relay.close())
  return relay
}

/** Answers everything with itself. */
async function echo(port: number): Promise<{ tcp: Server; udp: UdpSocket; connections: Socket[] }> {
  const connections: Socket[] = []
  const tcp = createServer((socket) => {
    connections.push(socket)
    socket.on('error', () => undefined)
    socket.pipe(socket)
  })
  tcp.listen(port, TARGET)
  const udp = createSocket('udp4')
  udp.on('message', (packet, from) => udp.send(packet, from.port, from.address))
  udp.bind(port, TARGET)
  await Promise.all([once(tcp, 'listening'), once(udp, 'listening')])
  closing.push(() => {
    udp.close()
    for (const socket of connections) socket.destroy()
    tcp.close()
  })
  return { tcp, udp, connections }
}

async function udpClient(): Promise<UdpSocket> {
  const client = createSocket('udp4')
  client.bind(0, TARGET)
  await once(client, 'listening')
  closing.push(() => client.close())
  return client
}

async function tcpClient(port: number): Promise<Socket> {
  const client = connect({ host: ADDRESS, port })
  await once(client, 'connect')
  closing.push(() => client.destroy())
  return client
}

async function read(socket: Socket, bytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let length = 0
  while (length < bytes) {
    const [chunk] = (await once(socket, 'data')) as [Buffer]
    chunks.push(chunk)
    length += chunk.length
  }
  return Buffer.concat(chunks)
}

describe('datagrams through the relay', () => {
  it('come back in order, later than the delay of both ways, and as many as chance leaves', async () => {
    const port = await freePort()
    await echo(port)
    const relay = await relayTo(port)
    const line = { ...clearLine, delayMs: 20, jitterMs: 10, loss: 0.05 }
    relay.set({ up: line, down: line })
    const client = await udpClient()
    const numbers: number[] = []
    client.on('message', (packet) => numbers.push(packet.readUInt32BE(0)))
    const begun = performance.now()
    const first = once(client, 'message').then(() => performance.now() - begun)
    const packet = Buffer.alloc(160)
    for (let number = 0; number < 400; number += 1) {
      packet.writeUInt32BE(number)
      client.send(Uint8Array.from(packet), port, ADDRESS)
      // No more at once than a socket's buffer holds.
      if (number % 100 === 99) await expect.poll(() => relay.counts.up.packets).toBe(number + 1)
    }
    await expect.poll(() => numbers.length).toBe(400 - relay.counts.up.lost - relay.counts.down.lost)
    expect(await first).toBeGreaterThanOrEqual(40)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
    expect(relay.counts.up.lost).toBeGreaterThan(5)
    // 28 bytes of headers each.
    expect(relay.counts.up.bytes).toBe(400 * 188)
  })

  it('find their way back to each of several clients', async () => {
    const port = await freePort()
    await echo(port)
    await relayTo(port)
    const clients = [await udpClient(), await udpClient()]
    const answers = clients.map((client) => once(client, 'message'))
    for (const [index, client] of clients.entries()) client.send(`from ${index}`, port, ADDRESS)
    const texts = (await Promise.all(answers)).map(([packet]) => String(packet))
    expect(texts).toEqual(['from 0', 'from 1'])
  })

  it('can be blocked while TCP goes on', async () => {
    const port = await freePort()
    await echo(port)
    const relay = await relayTo(port)
    const [udp, tcp] = [await udpClient(), await tcpClient(port)]
    const heard: string[] = []
    udp.on('message', (packet) => heard.push(String(packet)))
    relay.blockUdp()
    udp.send('blocked', port, ADDRESS)
    tcp.write('passes')
    expect(String(await read(tcp, 6))).toBe('passes')
    relay.blockUdp(false)
    udp.send('again', port, ADDRESS)
    await expect.poll(() => heard).toEqual(['again'])
  })
})

describe('TCP through the relay', () => {
  it('carries the same bytes both ways, whatever the line loses', async () => {
    const port = await freePort()
    await echo(port)
    const relay = await relayTo(port)
    const line = { ...clearLine, bitsPerSecond: 8_000_000, delayMs: 2, jitterMs: 2, loss: 0.05, queueMs: 100 }
    relay.set({ up: line, down: line })
    const client = await tcpClient(port)
    const sent = noise(150_000, 'bytes')
    client.write(sent)
    const received = await read(client, sent.length)
    expect(digest(received)).toBe(digest(sent))
    expect(relay.counts.up.lost + relay.counts.down.lost).toBeGreaterThan(2)
    // 40 bytes of headers for each 1,400; what was lost went over the line twice.
    expect(relay.counts.up.bytes).toBeGreaterThan(150_000 * (1_440 / 1_400))
  }, 60_000)

  it('takes as long as the rate demands', async () => {
    const port = await freePort()
    await echo(port)
    const relay = await relayTo(port)
    const line = { ...clearLine, bitsPerSecond: 400_000, queueMs: 200 }
    relay.set({ up: line, down: clearLine })
    const client = await tcpClient(port)
    const begun = performance.now()
    client.write(noise(20_000, 'rate'))
    await read(client, 20_000)
    expect(performance.now() - begun).toBeGreaterThanOrEqual(400)
  })

  it('is silent while the line is cut, tells nobody, and goes on when it is mended', async () => {
    const port = await freePort()
    const { connections } = await echo(port)
    const relay = await relayTo(port)
    const client = await tcpClient(port)
    client.write('before')
    expect(String(await read(client, 6))).toBe('before')
    relay.cut()
    client.write('during')
    const udp = await udpClient()
    const lost: Buffer[] = []
    udp.on('message', (packet) => lost.push(packet))
    udp.send('during', port, ADDRESS)
    // Two round trips of an unhindered connection to the same program: by then the other would have had its answer.
    const other = connect({ host: TARGET, port })
    closing.push(() => other.destroy())
    for (const text of ['one', 'two']) {
      other.write(text)
      await read(other, 3)
    }
    expect(client.destroyed || connections.some(({ destroyed }) => destroyed)).toBe(false)
    relay.mend()
    expect(String(await read(client, 6))).toBe('during')
    expect(lost).toEqual([])
  })

  it('does not tell the program of a hang-up before the line carries it', async () => {
    const port = await freePort()
    const { connections } = await echo(port)
    const relay = await relayTo(port)
    const client = await tcpClient(port)
    client.write('hello')
    await read(client, 5)
    relay.cut()
    client.destroy()
    const other = connect({ host: TARGET, port })
    closing.push(() => other.destroy())
    other.write('one')
    await read(other, 3)
    expect(connections[0]?.readableEnded).toBe(false)
    relay.mend()
    await expect.poll(() => connections[0]?.destroyed, { timeout: 5_000 }).toBe(true)
  })
})
