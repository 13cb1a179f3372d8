// Tokens that run out, are forged or are used by two: renewed unseen where that is right, else signed out with words.
import { vi } from '@hoi-truong/shared/i18n/words'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { type RunningSystem, startSystem } from './support/system.ts'

let system: RunningSystem

test.beforeAll(async () => {
  system = await startSystem({
    env: { ACCESS_TOKEN_SECONDS: '10', REFRESH_LEEWAY_SECONDS: '1', SESSION_CHECK_SECONDS: '1' },
  })
})
test.afterAll(() => system.stop())

const REFRESH_COOKIE = 'hoi_truong_refresh'

/** What the API says to a token: 200 or the code of the refusal. */
async function verdictOn(authorization: string): Promise<number | string> {
  const response = await fetch(`${system.url}/api/v1/me`, { headers: { authorization } })
  const body = (await response.json()) as { error?: { code: string } }
  return body.error?.code ?? response.status
}

test('an access token that ran out in the room is renewed and nobody notices', async ({ browser }) => {
  await withPeople([await Person.arrive(browser, system)], async (chair) => {
    const tokens = new Set<string>()
    chair.page.on('request', (request) => tokens.add(request.headers().authorization ?? ''))
    await chair.join('MAU-00001', { voiceOnly: true })
    const used = [...tokens].filter(Boolean)
    expect(used.length).toBeGreaterThan(0)
    for (const token of used) await expect.poll(() => verdictOn(token), { timeout: 20_000 }).toBe('TOKEN_EXPIRED')

    await chair.byId('meeting-open').click()
    await expect(chair.byId('meeting-status')).toHaveAttribute('data-status', 'open')
    await chair.byId('leave').click()
    // A new connection needs a token that is good.
    await chair.enterRoom({ voiceOnly: true })
  })
})

test('a forged access token is replaced, a forged cookie leads to the sign-in page with a sentence', async ({
  browser,
}) => {
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    await member.signIn('MAU-00004')
    await expect(member.byId('meeting-card').first()).toBeVisible()

    let forged = ''
    await member.page.route(
      '**/api/v1/auth/refresh',
      async (route) => {
        const response = await route.fetch()
        const session = (await response.json()) as { accessToken: string }
        forged = session.accessToken.replace(/\.[^.]+$/, `.${'A'.repeat(43)}`)
        await route.fulfill({ response, json: { ...session, accessToken: forged } })
      },
      { times: 1 },
    )
    await member.page.reload()
    await expect(member.byId('meeting-card').first()).toBeVisible()
    expect(await verdictOn(`Bearer ${forged}`)).toBe('TOKEN_INVALID')

    const cookie = (await member.context.cookies(`${system.url}/api/v1/auth/refresh`)).find(
      ({ name }) => name === REFRESH_COOKIE,
    )
    if (!cookie) throw new Error('no refresh cookie')
    await member.context.addCookies([{ ...cookie, value: 'A'.repeat(43) }])
    await member.page.reload()
    await expect(member.byId('sign-in-submit')).toBeVisible()
    await expect(member.page.getByRole('status')).toHaveText(vi['error.REFRESH_INVALID'])
    await member.signIn('MAU-00004', system.password)
    await expect(member.byId('meeting-card').first()).toBeVisible()
  })
})

test('a cookie used by two ends the session of both, and both are told', async ({ browser }) => {
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
  await withPeople(people, async (owner, thief) => {
    await owner.signIn('MAU-00006')
    await expect(owner.byId('meeting-card').first()).toBeVisible()
    await thief.context.addCookies(await owner.context.cookies(`${system.url}/api/v1/auth/refresh`))
    await thief.context.addInitScript(() => localStorage.setItem('hoi-truong.session', '1'))
    await thief.page.goto(system.url)
    await expect(thief.byId('meeting-card').first()).toBeVisible()

    const told = new RegExp(`^(${vi['error.REFRESH_REUSED']}|${vi['error.REFRESH_INVALID']})$`)
    const sentences: string[] = []
    for (const person of people) {
      await expect(person.byId('sign-in-submit')).toBeVisible({ timeout: 40_000 })
      await expect(person.page.getByRole('status')).toHaveText(told)
      sentences.push((await person.page.getByRole('status').textContent()) ?? '')
    }
    expect(sentences).toContain(vi['error.REFRESH_REUSED'])
  })
})
