// `npm start -- --lan`: another machine of the local network joins with camera and microphone, by HTTPS with our own authority.
import { X509Certificate } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import { get } from 'node:https'
import type { LaunchOptions, PlaywrightWorkerArgs } from '@playwright/test'
import { findChromium } from '../scripts/bring-up/chromium.mjs'
import { expect, test } from './support/fixtures.ts'
import { LanMachine, whyNoLanMachine } from './support/lanMachine.ts'
import { Person, withPeople } from './support/person.ts'
import { startSystem } from './support/system.ts'
import { homeThatTrusts } from './support/trust.ts'

test('signaling and media-server serve by HTTPS and find each other by our own authority', async ({ playwright }) => {
  const system = await startSystem({ lanAddress: '127.0.0.1' })
  try {
    const ask = trusting(system.authorityFile)
    expect(await ask(`${system.url}/readyz`)).toMatchObject({ status: 'ready' })
    const found = expect.poll(() => ask(`${system.mediaUrl}/readyz`), { timeout: 30_000 })
    await found.toMatchObject({ signaling: 'connected' })
    const stranger = await playwright.request.newContext()
    await expect(stranger.get(`${system.url}/readyz`)).rejects.toThrow(/certificate/)
    await expect(stranger.get(`${system.url.replace('https', 'http')}/readyz`)).rejects.toThrow()
  } finally {
    await system.stop()
  }
})

/** Asks as a device that trusts this authority alone. */
function trusting(authorityFile: string): (url: string) => Promise<unknown> {
  const ca = readFileSync(authorityFile)
  return (url) =>
    new Promise((resolve, reject) => {
      get(url, { ca, agent: false }, (response) =>
        response.setEncoding('utf8').on('data', (text: string) => resolve(JSON.parse(text))),
      ).on('error', reject)
    })
}

const obstacle = whyNoLanMachine()

if (obstacle === undefined) test('a phone of the local network meets a member at this machine', meetAcrossTheNetwork)
else test(`NOT RUN, ${obstacle}: a phone of the local network meets a member at this machine`, notRun)

function notRun(): void {
  test.info().annotations.push({ type: 'not run', description: obstacle ?? '' })
}

async function meetAcrossTheNetwork({ playwright }: Pick<PlaywrightWorkerArgs, 'playwright'>): Promise<void> {
  const cleaning = new AsyncDisposableStack()
  try {
    await meet(playwright, cleaning)
  } finally {
    await cleaning.disposeAsync()
  }
}

/** What is opened here is put on the stack, so that it is cleared away wherever the test stops. */
async function meet(playwright: PlaywrightWorkerArgs['playwright'], cleaning: AsyncDisposableStack): Promise<void> {
  const phoneMachine = LanMachine.connect()
  cleaning.defer(() => phoneMachine.remove())
  const system = await startSystem({ lanAddress: phoneMachine.address })
  cleaning.defer(() => system.stop())
  const home = homeThatTrusts(system.authorityFile)
  cleaning.defer(() => rmSync(home, { recursive: true, force: true }))
  const launch = async (options: LaunchOptions) => {
    const browser = await playwright.chromium.launch(options)
    cleaning.defer(() => browser.close())
    return browser
  }
  const env = { ...process.env, HOME: home }
  const executablePath = phoneMachine.wrap(findChromium() ?? playwright.chromium.executablePath())

  const stranger = await launch({ executablePath })
  await expect((await stranger.newPage()).goto(system.url)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
  await stranger.close()

  const people: [Person, Person] = [
    await Person.arrive(await launch({ env }), system),
    await Person.arrive(await launch({ env, executablePath }), system, { phone: true }),
  ]
  await withPeople(people, async (chair, phone) => {
    await chair.join('MAU-00001', { password: system.password })
    await phone.join('MAU-00004', { password: system.password })
    for (const person of people) await person.hearsAndSees(1)

    expect(new URL(phone.page.url()).hostname).toBe(phoneMachine.address)
    expect(await phone.page.evaluate(() => isSecureContext)).toBe(true)
    const cookies = await phone.context.cookies()
    expect(cookies.length).toBeGreaterThan(0)
    expect(cookies.every(({ secure }) => secure)).toBe(true)
    const offered = await phone.page.evaluate(async () =>
      Array.from(new Uint8Array(await (await fetch('/ca.crt')).arrayBuffer())),
    )
    expect(Buffer.from(offered)).toEqual(new X509Certificate(readFileSync(system.authorityFile)).raw)
  })
}
