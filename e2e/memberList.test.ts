// The branch secretary keeps the list: finds a name without diacritics, exempts a member by a decision, and the next meeting expects one
// fewer; everybody else reads.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { press } from './support/keyboard.ts'
import { Person, withPeople } from './support/person.ts'
import { layStranger } from './support/stranger.ts'
import { type RunningSystem, startSystem } from './support/system.ts'

const DINH = 'Đinh Công Phác Thảo'
const DAY_MS = 24 * 3_600_000
/** A day in Vietnam, so many days from today. */
const isoDay = (fromToday: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(Date.now() + fromToday * DAY_MS)
/** As it is typed and read. */
const day = (fromToday: number): string => isoDay(fromToday).split('-').toReversed().join('/')

// Its own system: who is expected must not change under the other tests.
let own: RunningSystem
test.beforeAll(async () => {
  test.setTimeout(120_000)
  own = await startSystem()
})
test.afterAll(() => own.stop())

async function opensList(person: Person, memberNumber: string): Promise<void> {
  await person.signIn(memberNumber)
  await person.byId('members-link').click()
  await expect(person.byId('members-list')).toBeVisible()
}

async function opensMember(person: Person, name: string): Promise<void> {
  await person.byId('member-name').filter({ hasText: name }).click()
  await expect(person.page.getByRole('heading', { level: 1, name })).toBeVisible()
}

const field = (person: Person, name: string) => person.byId(`member-field-${name}`)
const choose = (person: Person, name: string, words: string) =>
  field(person, name).getByText(words, { exact: true }).click()
for (const phone of [false, true]) {
  test(`exempts a member and ends it again, on a ${phone ? 'phone' : 'desktop'}`, async ({ browser }) => {
    const api = await MemberApi.signIn(own, 'MAU-00001')
    const before = await api.expectedCount(await api.schedule())
    expect(before).toBe(22)
    await withPeople([await Person.arrive(browser, own, { phone })], async (secretary) => {
      await opensList(secretary, 'MAU-00001')
      await expect(secretary.byId('member-row')).toHaveCount(25)
      await expect(secretary.byId('members-count-expected')).toHaveText('22')
      await expect(secretary.byId('members-organization')).toContainText('Đảng bộ xã Minh Họa')
      await expect(secretary.byId('member-row').first()).toContainText(vi['role.branch_secretary'])

      await secretary.byId('members-search').fill('dinh')
      await expect(secretary.byId('member-name').filter({ hasText: DINH })).toBeVisible()
      await secretary.byId('members-search').fill('dinh cong')
      await expect(secretary.byId('member-row')).toHaveCount(1)
      await expect(secretary.byId('members-found')).toHaveText('Tìm thấy 1 đồng chí')
      await opensMember(secretary, DINH)
      await expect(secretary.byId('member-now')).toHaveAttribute('data-status', 'active')

      await secretary.byId('member-set-standing').click()
      await expect(secretary.byId('member-form-means')).toContainText(vi['members.means_not_expected'])
      await expect(secretary.byId('member-form-means')).toContainText(vi['members.means_outside_base_absent'])
      await secretary.byId('member-form-submit').click()
      await expect(field(secretary, 'decision-number')).toBeFocused()
      await expect(secretary.page.getByText(vi['members.needed'])).toHaveCount(3)
      await field(secretary, 'decision-number').fill('16-NQ/CB')
      await field(secretary, 'decision-date').fill(day(-11))
      await field(secretary, 'ground').fill('Tuổi cao, sức khỏe yếu, có đơn đề nghị')
      await field(secretary, 'from').fill(day(-10))
      await field(secretary, 'to').fill(day(-12))
      await secretary.byId('member-form-submit').click()
      await expect(secretary.page.getByText(vi['members.to_before_from'].replace('{{from}}', day(-10)))).toBeVisible()
      await expect(field(secretary, 'to')).toBeFocused()
      await field(secretary, 'to').fill('')
      await field(secretary, 'from').fill('1/11/1026')
      await secretary.byId('member-form-submit').click()
      await expect(secretary.page.getByText(vi['members.day_unlikely'])).toBeVisible()
      await field(secretary, 'from').fill('31/02/2026')
      await secretary.byId('member-form-submit').click()
      await expect(secretary.page.getByText(vi['members.day_wrong'])).toBeVisible()
      await field(secretary, 'from').fill(day(-10))
      await expect(field(secretary, 'ground')).toHaveValue('Tuổi cao, sức khỏe yếu, có đơn đề nghị')
      await secretary.doubleClick(secretary.byId('member-form-submit'))

      await expect(secretary.byId('members-done')).toBeVisible()
      await expect(secretary.byId('member-now')).toHaveAttribute('data-status', 'exempt')
      const period = secretary.byId('member-standings').getByTestId('member-period').first()
      await expect(period).toContainText(`Từ ngày ${day(-10)} đến nay`)
      await expect(period).toContainText(`Theo văn bản số 16-NQ/CB, ngày ${day(-11)}`)

      // The same once more: refused in words, and what was typed stays.
      await secretary.byId('member-set-standing').click()
      await field(secretary, 'decision-number').fill('17-NQ/CB')
      await field(secretary, 'decision-date').fill(day(-5))
      await field(secretary, 'ground').fill('Điều trị dài ngày')
      await secretary.byId('member-form-submit').click()
      await expect(secretary.byId('member-form-refused')).toContainText(vi['error.STANDING_OVERLAPS'])
      await expect(field(secretary, 'decision-number')).toHaveValue('17-NQ/CB')
      await secretary.page.keyboard.press('Escape')

      expect(await api.expectedCount(await api.schedule())).toBe(21)
      await secretary.byId('member-back').click()
      await expect(secretary.byId('members-count-expected')).toHaveText('21')
      await expect(secretary.byId('members-count-exempt')).toHaveText('3')

      await opensMember(secretary, DINH)
      await period.getByTestId('member-end').click()
      await field(secretary, 'to').fill(day(-1))
      await secretary.byId('member-form-submit').click()
      await expect(secretary.byId('member-now')).toHaveAttribute('data-status', 'active')
      await expect(period).toContainText(`Từ ngày ${day(-10)} đến hết ngày ${day(-1)}`)
      expect(await api.expectedCount(await api.schedule())).toBe(22)

      // Taken back altogether, so that the other size finds the same list.
      await api.command('member.endStanding', new URL(secretary.page.url()).pathname.split('/')[2] ?? '', {
        memberId: secretary.page.url().split('/').at(-1),
        kind: 'exempt',
        from: isoDay(-10),
        to: isoDay(-11),
      })
    })
  })
}

test('what a member of the branch sees: the list and the rules, and nothing to press', async ({ browser }) => {
  const people = [await Person.arrive(browser, own), await Person.arrive(browser, own)] as const
  await withPeople(people, async (member, stranger) => {
    await opensList(member, 'MAU-00017')
    await expect(member.byId('member-row')).toHaveCount(25)
    await expect(member.byId('member-receive')).toHaveCount(0)
    await member.byId('members-rules').getByText(vi['members.rules']).click()
    await expect(member.byId('members-rules-source')).toHaveText(vi['members.rules_default'])
    await expect(member.byId('members-rules')).toContainText('Vào sau giờ khai mạc quá 15 phút')
    const address = member.page.url()
    await opensMember(member, DINH)
    await expect(member.byId('member-memberships')).toContainText('Chi bộ Thôn Giả Định 2')
    await expect(member.byId('member-set-standing')).toHaveCount(0)
    await expect(member.byId('member-end')).toHaveCount(0)
    await expect(member.page.getByText('MAU-00015')).toHaveCount(0)

    await stranger.signIn(await layStranger(own))
    await expect(stranger.byId('members-link')).toBeVisible()
    await stranger.page.goto(address)
    await expect(stranger.byId('members-problem')).toContainText(vi['members.other_branch'])
    await expect(stranger.byId('member-row')).toHaveCount(0)
    await stranger.page.goto(`${own.url}/branches/khong-co/members`)
    await expect(stranger.byId('members-problem')).toContainText(vi['members.other_branch'])
    await stranger.byId('members-problem').getByRole('link').click()
    await expect(stranger.byId('member-row')).toHaveCount(1)
  })
})

test('receives, makes official, gives an office and ends it, moves somebody out, by keyboard and without a network', async ({
  browser,
}) => {
  await withPeople([await Person.arrive(browser, own)], async (secretary) => {
    await opensList(secretary, 'MAU-00001')
    await secretary.byId('member-receive').click()
    await field(secretary, 'member-number').fill('mau 00005')
    await secretary.byId('member-form-submit').click()
    await expect(secretary.byId('member-form-refused')).toBeVisible()
    await expect(field(secretary, 'member-number')).toHaveValue('mau 00005')
    await secretary.page.keyboard.press('Escape')

    // Chu Thị Khởi Tạo, probationary.
    await opensMember(secretary, 'Chu Thị Khởi Tạo')
    await expect(secretary.byId('member-assign-office')).toHaveCount(0)
    await press(secretary.page, secretary.byId('member-make-official'))
    await press(secretary.page, secretary.byId('member-form-submit'))
    await expect(secretary.byId('member-category')).toContainText(`Chính thức từ ngày ${day(0)}`)

    await secretary.byId('member-assign-office').click()
    await choose(secretary, 'office', vi['role.branch_secretary'])
    await secretary.byId('member-form-submit').click()
    await expect(secretary.byId('member-form-refused')).toContainText(vi['error.OFFICE_TAKEN'])
    await choose(secretary, 'office', vi['role.cell_committee_member'])
    // Nobody answers: it waits, and is recorded once when the network is back.
    await secretary.page.route('**/api/v1/commands', (route) => route.abort())
    await secretary.byId('member-form-submit').click()
    await expect(secretary.byId('member-form-waiting')).toBeVisible()
    await secretary.page.unroute('**/api/v1/commands')
    await expect(secretary.byId('member-offices').getByTestId('member-period')).toHaveCount(1)
    await secretary.byId('member-offices').getByTestId('member-end').click()
    await choose(secretary, 'how', vi['members.how_mistake'])
    await secretary.byId('member-form-submit').click()
    await expect(secretary.byId('member-offices').getByTestId('member-period')).toHaveCount(0)

    await secretary.byId('member-undo-official').click()
    await secretary.byId('member-form-submit').click()
    await expect(secretary.byId('member-category')).toContainText(vi['members.still_probationary'])

    await secretary.byId('member-transfer-out').click()
    await secretary.byId('member-form-submit').click()
    await expect(field(secretary, 'destination-name')).toBeFocused()
    await field(secretary, 'destination-name').fill('Chi bộ Tổ dân phố 7, phường Giả Lập')
    await field(secretary, 'to').fill(day(-1))
    await secretary.byId('member-form-submit').click()
    await expect(secretary.byId('member-memberships')).toContainText('Chuyển đến Chi bộ Tổ dân phố 7, phường Giả Lập')
    await expect(secretary.byId('member-set-standing')).toHaveCount(0)
    await secretary.byId('member-back').click()
    await expect(secretary.byId('members-count-total')).toHaveText('24')

    // A transfer by mistake is taken back by receiving.
    await secretary.byId('member-receive').click()
    await field(secretary, 'member-number').fill('mau-00024')
    await secretary.byId('member-form-submit').click()
    await expect(secretary.byId('members-count-total')).toHaveText('25')
  })
})

for (const phone of [false, true]) {
  test(`axe finds nothing in the list and the forms on a ${phone ? 'phone' : 'desktop'}`, async ({ browser }) => {
    await withPeople([await Person.arrive(browser, own, { phone })], async (secretary) => {
      await opensList(secretary, 'MAU-00001')
      await secretary.byId('members-rules').getByText(vi['members.rules']).click()
      await findsNothing(secretary, 'the list')
      await opensMember(secretary, 'Quách Thị Hư Cấu')
      await findsNothing(secretary, 'a member')
      await secretary.byId('member-set-standing').click()
      await secretary.byId('member-form-submit').click()
      await findsNothing(secretary, 'a form with errors')
    })
  })
}
