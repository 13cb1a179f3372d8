// Real worker processes, really killed: each is replaced on its own port, and whoever waits for one gets it.
import { afterEach, describe, expect, it } from 'vitest'
import { freePort } from '../../../scripts/testing/ports.ts'
import { createLog } from '../monitoring/log.ts'
import { until } from '../testing/until.ts'
import { MediaWorker } from './MediaWorker.ts'
import { WorkerPool } from './WorkerPool.ts'

const pools: WorkerPool[] = []

afterEach(() => {
  for (const pool of pools.splice(0)) pool.stop()
})

function poolOf(size: number, portBase = 0, patienceMs = 3_000): WorkerPool {
  const settings = { listenIp: '127.0.0.1', announcedAddress: undefined, portBase }
  const pool = new WorkerPool({ size, settings, log: createLog('silent', 'media-test').worker, patienceMs })
  pools.push(pool)
  return pool
}

const portsOf = async (worker: MediaWorker | undefined) => {
  const dump = await worker?.webRtcServer.dump()
  return [dump?.udpSockets[0]?.port, dump?.tcpServers[0]?.port]
}

describe('a worker', () => {
  it('listens for UDP and TCP on one port', async () => {
    const port = await freePort()
    const pool = poolOf(1, port)
    await pool.start()
    expect(await portsOf(pool.alive[0])).toEqual([port, port])
  })

  it('that is killed is replaced on the same port, and its death is told once', async () => {
    const port = await freePort()
    const pool = poolOf(1, port)
    const dead: number[] = []
    pool.onDeath((worker) => dead.push(worker.pid))
    await pool.start()
    const pid = pool.alive[0]?.pid ?? 0
    process.kill(pid, 'SIGKILL')
    await until(() => pool.alive.some((worker) => worker.pid !== pid))
    expect(dead).toEqual([pid])
    expect(pool.deaths).toBe(1)
    expect(await portsOf(pool.alive[0])).toEqual([port, port])
  })

  it('that cannot be replaced at once is tried again until it can', async () => {
    let failures = 0
    const settings = { listenIp: '127.0.0.1', announcedAddress: undefined, portBase: 0 }
    const pool = new WorkerPool({
      size: 1,
      settings,
      log: createLog('silent', 'media-test').worker,
      startWorker: async (index, wanted) => {
        if (pool.deaths > 0 && failures < 2) {
          failures++
          throw new Error('address already in use')
        }
        return MediaWorker.start(index, wanted)
      },
    })
    pools.push(pool)
    await pool.start()
    process.kill(pool.alive[0]?.pid ?? 0, 'SIGKILL')
    await until(() => pool.deaths === 1 && pool.alive.length === 1)
    expect(failures).toBe(2)
  })
})

describe('the pool', () => {
  it('gives the worker with the least to do', async () => {
    const pool = poolOf(2)
    await pool.start()
    const first = await pool.acquire()
    await first.createRouter()
    const second = await pool.acquire()
    expect(second).not.toBe(first)
    const router = await second.createRouter()
    await router.createWebRtcTransport({ webRtcServer: second.webRtcServer })
    expect(await pool.acquire()).toBe(first)
  })

  it('lets those wait who come while the only worker is being replaced', async () => {
    const pool = poolOf(1)
    await pool.start()
    const pid = pool.alive[0]?.pid ?? 0
    const acquired = new Promise<MediaWorker>((resolve, reject) => {
      // In the very moment when there is none.
      pool.onDeath(() => pool.acquire().then(resolve, reject))
    })
    process.kill(pid, 'SIGKILL')
    expect((await acquired).pid).not.toBe(pid)
  })

  it('refuses in words when there is none to wait for', async () => {
    const pool = poolOf(1, 0, 10)
    await expect(pool.acquire()).rejects.toThrow('MEDIA_UNAVAILABLE')
  })

  it('does not start on a port that is taken, and leaves no process behind', async () => {
    const port = await freePort()
    const holder = poolOf(1, port)
    await holder.start()
    const pool = poolOf(1, port)
    await expect(pool.start()).rejects.toThrow('address already in use')
    expect(pool.alive).toEqual([])
  })
})
