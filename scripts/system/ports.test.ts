// PORT is what people know, so it never moves; the others make room for a second copy of the project.
import { once } from 'node:events'
import net from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { anyFreePort, firstFreePorts } from '../lib/ports.mjs'
import { choosePorts } from './ports.mjs'

const servers: net.Server[] = []

async function take(port: number): Promise<void> {
  const server = net.createServer()
  servers.push(server)
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
}

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.close()
    await once(server, 'close')
  }
})

describe('choosing ports', () => {
  it('refuses when PORT is taken, and names the variable', async () => {
    const port = await anyFreePort()
    await take(port)
    await expect(choosePorts({ PORT: String(port) })).rejects.toThrow(`Port ${port} is taken`)
    await expect(choosePorts({ PORT: String(port) })).rejects.toThrow('variable PORT')
  })

  it('refuses when a port that was asked for by name is taken', async () => {
    const [port, media] = [await anyFreePort(), await anyFreePort()]
    await take(media)
    await expect(choosePorts({ PORT: String(port), MEDIA_PORT: String(media) })).rejects.toThrow('MEDIA_PORT')
  })

  it('moves the media port aside when nobody asked for it, and says so', async () => {
    const port = await firstFreePorts(20_000, { count: 3 })
    await take(port + 1)
    const { ports, moved } = await choosePorts({ PORT: String(port) })
    expect(ports.signaling).toBe(port)
    expect(ports.media).toBeGreaterThan(port + 1)
    expect(moved).toContain(`MEDIA_PORT ${ports.media}`)
  })

  it('needs no port for PostgreSQL when a server is named', async () => {
    const { ports, moved } = await choosePorts({
      PORT: String(await anyFreePort()),
      DATABASE_URL: 'postgresql://owner@db.example/hoi_truong',
    })
    expect(ports.postgres).toBe(0)
    expect(moved.join()).not.toContain('POSTGRES_PORT')
  })

  it.each(['0', '65536', 'http', '40 00', '4000.5'])('refuses “%s” as a port', async (port) => {
    await expect(choosePorts({ PORT: port })).rejects.toThrow('must be a port number')
  })

  it.each(['0', '65', 'many'])('refuses “%s” as a number of workers', async (workers) => {
    const port = String(await anyFreePort())
    await expect(choosePorts({ PORT: port, MEDIA_WORKERS: workers })).rejects.toThrow('MEDIA_WORKERS')
  })
})
