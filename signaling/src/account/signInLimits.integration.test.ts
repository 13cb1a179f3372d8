// Limits on failed sign-ins: guessing is stopped, but neither a known device nor the neighbours behind one address are locked out.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignalingServer } from '../server.ts'
import { type Answer, Browser } from '../testing/browser.ts'
import { numberOf, startTestSignaling, type TestSignaling } from '../testing/signaling.ts'

const TRIES = 3
const TRIES_PER_ADDRESS = 8

let signaling: TestSignaling
let node: SignalingServer

beforeAll(async () => {
  signaling = await startTestSignaling({
    SIGN_IN_TRIES: String(TRIES),
    SIGN_IN_TRIES_PER_ADDRESS: String(TRIES_PER_ADDRESS),
    SIGN_IN_BLOCK_SECONDS: '600',
    TRUST_PROXY: 'true',
  })
  node = signaling.server
})
afterAll(() => signaling.stop())

const at = (address: string) => new Browser(node.url, { 'x-forwarded-for': address })
const blocked = { status: 429, body: { error: { code: 'SIGN_IN_BLOCKED', params: { minutes: 10 } } } }

async function fail(browser: Browser, number: string, times: number): Promise<Answer[]> {
  const answers: Answer[] = []
  for (let i = 0; i < times; i += 1) answers.push(await browser.logIn(number, 'wrong'))
  return answers
}

test('after too many failures the account is blocked for unknown devices, with the minutes, also with the right password', async () => {
  const answers = await fail(at('10.0.1.1'), numberOf('dv01'), TRIES + 1)
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429])
  expect(answers.at(-1)).toMatchObject(blocked)
  expect(await at('10.0.1.2').logIn(numberOf('dv01'))).toMatchObject(blocked)
  expect(await at('10.0.1.2').logIn(` ${numberOf('dv01').toLowerCase()}`)).toMatchObject(blocked)
})

test('a device that has signed in before gets in although others have blocked the account', async () => {
  const home = at('10.0.2.1')
  expect((await home.logIn(numberOf('dv02'))).status).toBe(200)
  await fail(at('10.0.2.2'), numberOf('dv02'), TRIES + 1)
  expect(await at('10.0.2.2').logIn(numberOf('dv02'))).toMatchObject(blocked)
  expect((await home.logIn(numberOf('dv02'))).status).toBe(200)
})

test('a known device is limited by itself and its mark is good for its own account only', async () => {
  const home = at('10.0.3.1')
  await home.logIn(numberOf('dv03'))
  expect((await fail(home, numberOf('dv03'), TRIES + 1)).at(-1)).toMatchObject(blocked)
  // What it failed weighs on nobody else.
  expect((await at('10.0.3.1').logIn(numberOf('dv03'))).status).toBe(200)
  await fail(at('10.0.3.2'), numberOf('dv04'), TRIES + 1)
  expect(await home.logIn(numberOf('dv04'))).toMatchObject(blocked)
})

test('who hammers on one account does not shut out the others behind the same address', async () => {
  const shared = '10.0.4.1'
  await fail(at(shared), numberOf('dv05'), TRIES_PER_ADDRESS * 2)
  expect(await at(shared).logIn(numberOf('dv05'))).toMatchObject(blocked)
  expect((await at(shared).logIn(numberOf('dv06'))).status).toBe(200)
})

test('who tries many accounts from one address is stopped there, and the accounts are not blocked for it', async () => {
  const address = '10.0.5.1'
  const numbers = Array.from({ length: TRIES_PER_ADDRESS + 5 }, (_, index) => `MAU-5${String(index).padStart(4, '0')}`)
  const statuses: number[] = []
  for (const number of numbers) statuses.push((await at(address).logIn(number, 'wrong')).status)
  expect(statuses.slice(0, TRIES_PER_ADDRESS)).toEqual(Array(TRIES_PER_ADDRESS).fill(401))
  expect(statuses.slice(TRIES_PER_ADDRESS)).toEqual(Array(5).fill(429))
  await fail(at(address), numberOf('dv07'), TRIES + 2)
  expect((await at('10.0.5.2').logIn(numberOf('dv07'))).status).toBe(200)
})

test('the address is the one that the proxy saw: what the client writes before it counts for nothing', async () => {
  const disguised = (index: number) => at(`192.0.2.${index}, 10.0.6.1`)
  for (let i = 0; i < TRIES_PER_ADDRESS; i += 1) await disguised(i).logIn(`MAU-6000${i}`, 'wrong')
  expect(await disguised(99).logIn('MAU-60099', 'wrong')).toMatchObject(blocked)
})

test('the right password forgets the failures of the account and costs the address nothing', async () => {
  const address = '10.0.7.1'
  for (let round = 0; round < TRIES_PER_ADDRESS; round += 1) {
    await fail(at('10.0.7.2'), `MAU-7000${round}`, 1)
    expect((await at(address).logIn(numberOf('dv09'))).status).toBe(200)
  }
  await fail(at(address), numberOf('dv09'), TRIES - 1)
  expect((await at(address).logIn(numberOf('dv09'))).status).toBe(200)
  expect((await fail(at(address), numberOf('dv09'), TRIES)).map(({ status }) => status)).toEqual([401, 401, 401])
})

test('guesses made at the same moment are all counted', async () => {
  const answers = await Promise.all(
    Array.from({ length: TRIES * 3 }, () => at('10.0.8.1').logIn(numberOf('dv10'), 'wrong')),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(TRIES)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(TRIES * 2)
})

test('a restart forgets nothing', async () => {
  await fail(at('10.0.9.1'), numberOf('dv11'), TRIES + 1)
  await node.stop()
  node = await signaling.startNode()
  expect(await at('10.0.9.2').logIn(numberOf('dv11'))).toMatchObject(blocked)
})
