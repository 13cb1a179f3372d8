// What stands before any meeting: the system serves, and each of its parts can be killed and comes back whole.
import { expect, test } from './support/fixtures.ts'
import { startSystem } from './support/system.ts'

test('serves the web app, says that it is ready, and lets a demo member sign in', async ({ system, page, request }) => {
  for (const url of [system.url, system.mediaUrl]) {
    expect((await request.get(`${url}/healthz`)).status()).toBe(200)
    expect((await request.get(`${url}/readyz`)).status()).toBe(200)
  }
  const answer = await request.post(`${system.url}/api/v1/auth/login`, {
    data: { memberNumber: 'MAU-00001', password: system.password },
  })
  expect(answer.status()).toBe(200)
  expect(await answer.json()).toMatchObject({ accessToken: expect.any(String) })

  await page.goto(system.url)
  await expect(page).toHaveTitle(/Đăng nhập/)
})

test('goes on after each of its parts was killed', async ({ request }) => {
  const system = await startSystem({ autoRestart: true })
  try {
    for (const part of [system.signaling, system.mediaServer, system.postgres]) {
      const { pid } = part
      await part.kill9()
      await expect.poll(() => part.pid ?? pid).not.toBe(pid)
      await part.waitReady()
    }
    const login = { data: { memberNumber: 'MAU-00002', password: system.password } }
    await expect
      .poll(async () => (await request.post(`${system.url}/api/v1/auth/login`, login)).status(), { timeout: 30_000 })
      .toBe(200)
    for (const url of [system.url, system.mediaUrl])
      await expect.poll(async () => (await request.get(`${url}/readyz`)).status()).toBe(200)
  } finally {
    await system.stop()
  }
})

test('does not bring back what a test killed, until the test says so', async ({ request }) => {
  const system = await startSystem()
  try {
    await system.signaling.kill9()
    expect(system.signaling.pid).toBeUndefined()
    await expect(request.get(`${system.url}/readyz`)).rejects.toThrow()
    await system.signaling.start()
    expect((await request.get(`${system.url}/readyz`)).status()).toBe(200)
  } finally {
    await system.stop()
  }
})
