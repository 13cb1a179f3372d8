// Signing in, and what goes wrong with it.
import { vi } from '@hoi-truong/shared/i18n/words'
import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import type { RunningSystem } from './support/system.ts'

const tryToSignIn = (system: RunningSystem, memberNumber: string) =>
  fetch(`${system.url}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ memberNumber, password: 'khong-phai-mat-khau' }),
  })

const signInRequests = (page: Page) => {
  const requests: string[] = []
  page.on('request', (request) => request.url().endsWith('/auth/login') && requests.push(request.url()))
  return requests
}

test('a wrong password is told in words and the number stays; then the right one lets in', async ({
  browser,
  system,
}) => {
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    await member.signIn('MAU-00009', 'khong-phai-mat-khau')
    await expect(member.byId('sign-in-error')).toHaveText(vi['error.CREDENTIALS_WRONG'])
    await expect(member.byId('sign-in-error')).toHaveRole('alert')
    await expect(member.byId('sign-in-member-number')).toHaveValue('MAU-00009')
    await member.byId('sign-in-password').fill(system.password)
    await member.byId('sign-in-submit').click()
    await expect(member.byId('meeting-card').first()).toBeVisible()
  })
})

test('what is left empty or impossible is told at its field', async ({ browser, system }) => {
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    await member.signIn('', '')
    await expect(member.page.getByText(vi['signin.number_needed'])).toBeVisible()
    await expect(member.page.getByText(vi['signin.password_needed'])).toBeVisible()
    await member.signIn('Trần Văn Minh Họa', 'khong-phai-mat-khau')
    await expect(member.page.getByText(vi['signin.number_wrong_form'])).toBeVisible()
    await expect(member.byId('sign-in-member-number')).toHaveAttribute('aria-invalid', 'true')
  })
})

test('the number may be typed in lower case and with spaces; a double click signs in once', async ({
  browser,
  system,
}) => {
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    const requests = signInRequests(member.page)
    await member.page.goto(system.url)
    await member.byId('sign-in-member-number').fill(' mau-000 10 ')
    await member.byId('sign-in-password').fill(system.password)
    await member.doubleClick(member.byId('sign-in-submit'))
    await expect(member.byId('meeting-card').first()).toBeVisible()
    expect(requests).toHaveLength(1)
  })
})

test('after too many tries it says for how long to wait; others are not kept out', async ({ browser, system }) => {
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    for (let tries = 0; tries < 10; tries += 1) expect((await tryToSignIn(system, 'MAU-00011')).status).toBe(401)
    await member.signIn('MAU-00011', system.password)
    await expect(member.byId('sign-in-error')).toContainText(vi['error.SIGN_IN_BLOCKED'])
    await expect(member.byId('sign-in-error')).toContainText(/thử lại sau (14|15) phút/)
    await member.signIn('MAU-00012', system.password)
    await expect(member.byId('meeting-card').first()).toBeVisible()
  })
})
