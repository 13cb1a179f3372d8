// Takes the pictures of accounts: the list, slips on the screen and on paper, the approval queue, making an account, one's own devices.
import path from 'node:path'
import { layBranch } from '../support/branch.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')
const PASSWORD = 'hoa-mai-no-som'

const people = [
  { name: 'Trần Văn Minh Họa', office: 'branchSecretary', hasAccount: true },
  { name: 'Lê Thị Ví Dụ', office: 'deputySecretary', hasAccount: true },
  { name: 'Phạm Văn Giả Định', office: 'committeeMember', hasAccount: true },
  ...['Hoàng Thị Thử Nghiệm', 'Đinh Công Phác Thảo', 'Bùi Văn Mô Phỏng'].map((name) => ({ name, hasAccount: true })),
  ...['Đặng Thị Dự Thảo', 'Vũ Văn Tưởng Tượng', 'Chu Thị Khởi Tạo', 'Hồ Thị Chạy Thử', 'Quách Thị Hư Cấu'].map(
    (name) => ({ name }),
  ),
  ...['Mai Văn Bản Nháp', 'Tạ Thị Sơ Đồ', 'Lương Văn Kịch Bản', 'Phan Thị Mường Tượng', 'Đỗ Văn Giả Lập'].map(
    (name) => ({
      name,
    }),
  ),
] as const

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`accounts on a ${size}`, async ({ browser, system }) => {
    test.setTimeout(300_000)
    const { numbers } = await layBranch(system, people, 'Chi bộ Tổ dân phố 7')
    const arrivals = [
      await Person.arrive(browser, system, { phone }),
      await Person.arrive(browser, system, { phone }),
    ] as const
    await withPeople(arrivals, async (secretary, member) => {
      const shoot = (person: Person, name: string, fullPage = false) =>
        person.page.screenshot({
          path: path.join(images, `accounts-${name}-${size}.png`),
          animations: 'disabled',
          fullPage,
        })
      const choosePassword = async (password: string) => {
        await member.byId('new-password').fill(password)
        await member.byId('new-password-again').fill(password)
      }

      await member.page.goto(system.url)
      await member.byId('sign-in-register').click()
      await member.byId('register-member-number').fill(numbers[8] ?? '')
      await member.byId('register-name').fill('Chu Văn Khởi Tạo')
      await member.byId('register-phone').fill('0912 345 678')
      await choosePassword(PASSWORD)
      await member.byId('new-password-show').check()
      await shoot(member, 'register', true)
      await member.byId('register-submit').click()
      await expect(member.byId('register-sent')).toBeVisible()
      await shoot(member, 'register-sent', true)

      await secretary.signIn(numbers[0] ?? '')
      await expect(secretary.byId('accounts-link')).toHaveAttribute('data-waiting', '1')
      await secretary.byId('accounts-link').click()
      await expect(secretary.byId('accounts-list')).toBeVisible()
      await shoot(secretary, 'queue')
      await shoot(secretary, 'whole', true)
      await secretary.byId('account-refuse').click()
      await secretary.byId('account-refuse-confirm').click()
      await shoot(secretary, 'refuse')
      await secretary.page.keyboard.press('Escape')
      await secretary.byId('account-approve').click()
      await expect(secretary.byId('account-request-done')).toBeVisible()
      await secretary.byId('account-lock').first().click()
      await shoot(secretary, 'lock')
      await secretary.byId('account-lock-reason').fill('Mất điện thoại ngày 12/11')
      await secretary.byId('account-lock-confirm').click()
      await expect(secretary.byId('accounts-done')).toBeVisible()

      await secretary.byId('accounts-choose-all').click()
      await secretary.byId('account-row').nth(7).scrollIntoViewIfNeeded()
      await shoot(secretary, 'chosen')
      await secretary.byId('slips-make').click()
      await expect(secretary.byId('slip')).toHaveCount(9)
      await shoot(secretary, 'slips-whole', true)
      const slip = secretary.byId('slip').filter({ hasText: 'Đặng Thị Dự Thảo' })
      const code = (await slip.getByTestId('slip-code').textContent()) ?? ''
      if (!phone) {
        await secretary.page.emulateMedia({ media: 'print' })
        // What is left of A4 within the margins, in CSS pixels.
        await secretary.page.setViewportSize({ width: 734, height: 1062 })
        await shoot(secretary, 'slips-paper')
        await secretary.page.setViewportSize({ width: 1366, height: 768 })
        await secretary.page.emulateMedia({ media: null })
      }
      await secretary.byId('slips-done').click()
      await secretary.byId('slips-leave').click()
      await secretary.byId('accounts-search').fill('mai')
      await expect(secretary.byId('account-row')).toHaveCount(1)
      await secretary.byId('account-choose').check()
      await secretary.byId('slips-make').click()
      await expect(secretary.byId('slips-reprint-confirm')).toBeVisible()
      await shoot(secretary, 'reprint')

      const scanned = `${system.url}/activate#${numbers[6]}:${code.replaceAll('-', '')}`
      await member.page.goto(scanned)
      await expect(member.byId('activate-scanned')).toBeVisible()
      await shoot(member, 'activate-scanned', true)
      await choosePassword(PASSWORD)
      await member.byId('activate-code').fill('0000-0000-00000')
      await member.byId('activate-submit').click()
      await expect(member.byId('activate-refused')).toBeVisible()
      await shoot(member, 'activate-refused', true)
      await member.byId('activate-code').fill(code)
      await member.byId('activate-submit').click()
      await expect(member.byId('own-account-link')).toBeVisible()
      await fetch(`${system.url}/api/v1/auth/login`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/142.0.0.0 Mobile Safari/537.36',
        },
        body: JSON.stringify({ memberNumber: numbers[6], password: PASSWORD }),
      })
      await member.byId('own-account-link').click()
      await expect(member.byId('device')).toHaveCount(2)
      await shoot(member, 'own', true)
    })
  })
}
