// Everybody gets an account: by a slip, by asking for one; and out of a device that is lost.
import { vi } from '@hoi-truong/shared/i18n/words'
import { findsNothing } from './support/axe.ts'
import { layBranch } from './support/branch.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { readQrCode } from './support/qrCode.ts'

const SECRETARY = 'Lương Thị Bản Mẫu'
const DEPUTY = 'Kiều Văn Thử Nghiệm'
const OLD_MEMBER = 'Đỗ Thị Giả Lập'
const NEW_MEMBER = 'Ngô Văn Ví Dụ'
const PASSWORD = 'hoa-mai-no-som'

const people = [
  { name: SECRETARY, office: 'branchSecretary', hasAccount: true },
  { name: DEPUTY, office: 'deputySecretary', hasAccount: true },
  { name: OLD_MEMBER },
  { name: NEW_MEMBER },
] as const

const row = (person: Person, name: string) => person.byId('account-row').filter({ hasText: name })

async function opensAccounts(person: Person, memberNumber: string): Promise<void> {
  await person.signIn(memberNumber)
  await person.byId('accounts-link').click()
  await expect(person.byId('accounts-list')).toBeVisible()
}

async function choosesPassword(person: Person, password: string): Promise<void> {
  await person.byId('new-password').fill(password)
  await person.byId('new-password-again').fill(password)
}

test('a slip is printed, scanned on a phone and used once; a lost device is signed out', async ({
  browser,
  system,
}) => {
  const branch = await layBranch(system, people)
  const arrivals = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system),
  ] as const
  await withPeople(arrivals, async (secretary, member, laptop) => {
    await opensAccounts(secretary, branch.numbers[0] ?? '')
    await expect(secretary.byId('accounts-figure-all')).toContainText('50,00%')
    await expect(row(secretary, OLD_MEMBER)).toHaveAttribute('data-state', 'none')
    await findsNothing(secretary, 'accounts')
    await secretary.byId('accounts-choose-all').click()
    await expect(secretary.byId('slip-bar')).toHaveAttribute('data-count', '2')
    await secretary.doubleClick(secretary.byId('slips-make'))
    await expect(secretary.byId('slip')).toHaveCount(2)
    await findsNothing(secretary, 'slips')
    const slip = secretary.byId('slip').filter({ hasText: OLD_MEMBER })
    const code = (await slip.getByTestId('slip-code').textContent()) ?? ''
    const address = await readQrCode(slip.getByRole('img'))
    expect(address).toBe(`${system.url}/activate#${branch.numbers[2]}:${code.replaceAll('-', '')}`)

    await member.page.goto(address)
    await expect(member.byId('activate-scanned')).toBeVisible()
    await expect(member.byId('activate-code')).toHaveValue(code)
    expect(member.page.url()).toBe(`${system.url}/activate`)
    await member.byId('activate-code').fill('0000-0000-00000')
    await choosesPassword(member, PASSWORD)
    await member.byId('activate-submit').click()
    await expect(member.byId('activate-refused')).toContainText(vi['activation.code_wrong'])
    await findsNothing(member, 'activation refused')
    await expect(member.byId('new-password')).toHaveValue(PASSWORD)
    // As it is copied off paper.
    await member.byId('activate-code').fill(code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o'))
    await member.byId('activate-submit').click()
    await expect(member.byId('sign-out')).toBeVisible()
    await expect(member.page.getByRole('heading', { name: vi['meetings.title'] })).toBeVisible()

    await secretary.byId('slips-done').click()
    await expect(secretary.byId('slips-leave')).toBeVisible()
    await secretary.page.keyboard.press('Escape')
    const paper = await secretary.page.pdf({ preferCSSPageSize: true })
    expect(paper.toString('latin1').match(/\/Type \/Page\b/g)).toHaveLength(1)
    // What is on paper may be left without a question.
    await secretary.byId('slips-done').click()
    await expect(row(secretary, OLD_MEMBER)).toHaveAttribute('data-state', 'active')
    await expect(row(secretary, NEW_MEMBER)).toHaveAttribute('data-state', 'codeIssued')
    await expect(secretary.byId('accounts-figure-able')).toContainText('75,00%')

    await laptop.signIn(branch.numbers[2] ?? '', PASSWORD)
    await laptop.byId('own-account-link').click()
    await expect(laptop.byId('device')).toHaveCount(2)
    await findsNothing(laptop, 'own account')
    await laptop.byId('device-end').click()
    await expect(laptop.byId('device-ended')).toBeVisible()
    await expect(laptop.byId('device')).toHaveCount(1)
    // The phone asks for its meetings every few seconds, and says why it is out.
    await expect(member.byId('sign-in-submit')).toBeVisible({ timeout: 20_000 })
    await expect(member.page.getByText(vi['error.REFRESH_INVALID'])).toBeVisible()
  })
})

test('who has no slip asks, one of the committee approves, the other hears by whom', async ({ browser, system }) => {
  const branch = await layBranch(system, people)
  const arrivals = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system, { phone: true }),
  ] as const
  await withPeople(arrivals, async (secretary, deputy, member) => {
    await member.page.goto(system.url)
    await member.byId('sign-in-register').click()
    await member.byId('register-member-number').fill((branch.numbers[3] ?? '').toLowerCase())
    await member.byId('register-name').fill('ngo van vi du')
    await member.byId('register-phone').fill('0912 345 678')
    await choosesPassword(member, '12345678')
    await member.byId('register-submit').click()
    await expect(member.byId('new-password')).toBeFocused()
    await choosesPassword(member, PASSWORD)
    await member.context.setOffline(true)
    await expect(member.byId('register-offline')).toBeVisible()
    await member.byId('register-submit').click()
    await expect(member.byId('register-waiting')).toBeVisible()
    await member.context.setOffline(false)
    await expect(member.byId('register-sent')).toBeVisible()
    await findsNothing(member, 'registered')

    for (const person of [secretary, deputy])
      await opensAccounts(person, branch.numbers[person === deputy ? 1 : 0] ?? '')
    await expect(secretary.byId('account-request')).toHaveAttribute('data-names', 'marks')
    await findsNothing(deputy, 'approval queue')
    // Nothing new reaches the deputy's page before they press.
    await deputy.page.route('**/api/v1/organizations/*/accounts', (route) => route.abort())
    await secretary.doubleClick(secretary.byId('account-approve'))
    await expect(secretary.byId('account-request-done')).toBeVisible()
    await deputy.page.unroute('**/api/v1/organizations/*/accounts')
    await deputy.byId('account-approve').click()
    await expect(deputy.byId('account-request-decided')).toContainText(SECRETARY)

    await member.signIn(branch.numbers[3] ?? '', PASSWORD)
    await expect(member.byId('sign-out')).toBeVisible()
    await row(secretary, NEW_MEMBER).getByTestId('account-lock').click()
    await secretary.byId('account-lock-confirm').click()
    await expect(secretary.byId('account-lock-reason')).toBeFocused()
    await secretary.byId('account-lock-reason').fill('Mất điện thoại')
    await secretary.byId('account-lock-confirm').click()
    await expect(row(secretary, NEW_MEMBER)).toHaveAttribute('data-state', 'locked')
    await expect(member.page.getByText(vi['error.ACCOUNT_SUSPENDED'])).toBeVisible({ timeout: 20_000 })
  })
})
