// A branch secretary prepares the monthly meeting: everything is filled in, few clicks, and nothing that is typed is lost.
import { randomUUID } from 'node:crypto'
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { countClicks } from './support/clicks.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

const SECRETARY = 'MAU-00001'
const DEPUTY = 'MAU-00002'
/** From the sign-in page to the announced meeting: two fields, sign in, prepare, send, confirm. */
const MOST_CLICKS = 6
/** So often an open list of meetings asks for what is new. */
const LIST_REFRESH_SECONDS = 10

/** On the page that prepares a new meeting, filled in. */
async function prepares(person: Person, memberNumber = SECRETARY): Promise<void> {
  await person.signIn(memberNumber)
  await person.byId('prepare-meeting').click()
  await expect(person.byId('prepare-day')).not.toHaveValue('')
}

const meetingIdOf = ({ page }: Person): string => new URL(page.url()).pathname.split('/')[2] ?? ''
const isSaved = (person: Person, revision: number) =>
  expect(person.byId('prepare-bar')).toHaveAttribute('data-revision', String(revision))
const isClean = (person: Person) => expect(person.byId('prepare-bar')).toHaveAttribute('data-dirty', 'false')

for (const phone of [false, true]) {
  test(`from signing in to the announced meeting on a ${phone ? 'phone' : 'desktop'}, every click counted`, async ({
    browser,
    system,
  }, testInfo) => {
    await withPeople([await Person.arrive(browser, system, { phone })], async (secretary) => {
      const clicks = await countClicks(secretary)
      await secretary.page.goto(system.url)
      const type = async (field: string, text: string) => {
        await secretary.byId(field).click()
        await secretary.page.keyboard.type(text)
      }
      await type('sign-in-member-number', 'mau-00001')
      await type('sign-in-password', system.password)
      await secretary.byId('sign-in-submit').click()
      await secretary.byId('prepare-meeting').click()
      await expect(secretary.byId('prepare-all-there')).toBeVisible()
      await expect(secretary.byId('prepare-chair')).not.toHaveValue('')
      await secretary.byId('prepare-announce').click()
      await secretary.byId('announce-confirm').click()
      await expect(secretary.byId('prepare-done')).toContainText(vi['prepare.done_announced'])
      const count = await clicks()
      testInfo.annotations.push({
        type: 'clicks',
        description: `${count} from the sign-in page to the announced meeting`,
      })
      expect(count).toBe(MOST_CLICKS)

      const api = await MemberApi.signIn(system, SECRETARY)
      const id = meetingIdOf(secretary)
      expect(await api.eventTypes(id)).toEqual(['meeting.drafted', 'meeting.announced'])
      const member = await MemberApi.signIn(system, 'MAU-00016')
      expect((await member.meeting(id)).state.everyone.meeting.status).toBe('announced')
    })
  })
}

test('the order of business, people and sites are changed and the draft is kept for the committee', async ({
  browser,
  system,
}) => {
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
  await withPeople(people, async (secretary, member) => {
    await prepares(secretary)
    const rows = secretary.byId('agenda-row')
    await expect(rows).not.toHaveCount(0)
    const count = await rows.count()
    const title = (place: number) => rows.nth(place).locator('p').first()
    await expect(title(1)).not.toBeEmpty()
    const second = (await title(1).textContent()) ?? ''
    await rows.nth(1).getByTestId('agenda-up').click()
    await expect(title(0)).toHaveText(second)
    // The first of all cannot go further up: the finger finds "down" under the focus.
    await expect(rows.nth(0).getByTestId('agenda-down')).toBeFocused()
    await secretary.page.keyboard.press('Enter')
    await expect(title(1)).toHaveText(second)

    await secretary.byId('agenda-add-proceeding').click()
    await expect(secretary.byId('agenda-item-title')).toBeFocused()
    await expect(secretary.page.locator('[data-finding=itemUntitled]')).toBeVisible()
    await secretary.page.keyboard.type('Bầu bổ sung chi ủy viên')
    await secretary.byId('agenda-item-kind').selectOption('election')
    await expect(secretary.byId('agenda-item-in-person')).toBeChecked()
    await expect(secretary.byId('agenda-item-in-person')).toBeDisabled()
    await secretary.byId('agenda-item-minutes').fill('20')
    await expect(rows).toHaveCount(count + 1)

    await secretary.byId('prepare-form').selectOption('online')
    const barred = secretary.page.locator('[data-finding=AGENDA_IN_PERSON_ONLY]')
    await barred.getByTestId('prepare-go-to-field').click()
    await expect(secretary.byId('prepare-form')).toBeFocused()
    await secretary.byId('prepare-announce').click()
    await expect(secretary.byId('announce-confirm')).toHaveCount(0)
    await secretary.byId('prepare-form').selectOption('hybrid')
    await expect(barred).toHaveCount(0)

    await secretary.byId('agenda-save-template').click()
    await expect(secretary.byId('agenda-save-template')).toHaveCount(0)
    await expect(secretary.byId('agenda-template-saved')).toBeVisible()
    await secretary.byId('guest-number').fill('mau-90001x')
    await secretary.byId('guest-find').click()
    await expect(secretary.page.getByText(vi['prepare.guest_unknown'])).toBeVisible()
    await secretary.byId('guest-number').fill('MAU-00005')
    await secretary.byId('guest-find').click()
    await expect(secretary.page.getByText(vi['prepare.guest_is_member'])).toBeVisible()
    await secretary.byId('guest-add').click()
    await secretary.byId('guest-name').last().fill('Lò Thị Bắt Đầu')
    await secretary.byId('prepare-save').click()
    await isSaved(secretary, 1)
    await isClean(secretary)
    const id = meetingIdOf(secretary)

    await member.signIn('MAU-00016')
    await expect(member.byId('meeting-card').first()).toBeVisible()
    await expect(member.page.locator(`[data-meeting-id="${id}"]`)).toHaveCount(0)
    await secretary.page.goto(system.url)
    const card = secretary.page.locator(`[data-testid=meeting-card][data-meeting-id="${id}"]`)
    await expect(card).toHaveAttribute('data-status', 'draft')
    await card.getByTestId('meeting-prepare').click()
    await expect(rows).toHaveCount(count + 1)
    await expect(secretary.byId('guest-name').last()).toHaveValue('Lò Thị Bắt Đầu')

    await secretary.byId('prepare-other').click()
    await secretary.byId('prepare-not-held').click()
    await secretary.byId('call-off-confirm').click()
    await expect(secretary.page.getByText(vi['prepare.reason_short'])).toBeVisible()
    await secretary.byId('call-off-reason').fill('Bão số 12, đường vào thôn bị chia cắt')
    await secretary.doubleClick(secretary.byId('call-off-confirm'))
    await expect(secretary.byId('prepare-over')).toBeVisible()
    await secretary.page.goto(system.url)
    await expect(card).toHaveAttribute('data-status', 'notHeld')
    await expect(card).toContainText('Bão số 12')
  })
})

test('another kind of meeting brings its own order of business, and asks before it replaces an edited one', async ({
  browser,
  system,
}) => {
  await withPeople([await Person.arrive(browser, system)], async (secretary) => {
    await prepares(secretary)
    const rows = secretary.byId('agenda-row')
    await secretary.byId('prepare-kind').selectOption('committee')
    await expect(rows.first()).toContainText('Điểm danh')
    await expect(secretary.byId('kind-replace')).toHaveCount(0)
    const left = (await rows.count()) - 1
    await rows.first().getByTestId('agenda-edit').click()
    await secretary.byId('agenda-item-remove').click()
    await expect(rows).toHaveCount(left)
    await secretary.byId('prepare-kind').selectOption('thematic')
    await secretary.byId('kind-keep').click()
    await expect(secretary.byId('prepare-kind')).toHaveValue('thematic')
    await expect(rows).toHaveCount(left)
    await secretary.byId('prepare-kind').selectOption('regularPlusThematic')
    await secretary.byId('kind-replace').click()
    await expect(rows).not.toHaveCount(left)
    await expect(secretary.byId('prepare-kind')).toHaveValue('regularPlusThematic')
  })
})

test('what is typed outlives a reload, a lost network and the end of the session', async ({ browser, system }) => {
  await withPeople([await Person.arrive(browser, system)], async (secretary) => {
    await prepares(secretary)
    await secretary.byId('prepare-place').fill('Trường Mầm non')
    await secretary.page.reload()
    await expect(secretary.byId('prepare-place')).toHaveValue('Trường Mầm non')
    await expect(secretary.byId('prepare-restored')).toBeVisible()

    await secretary.context.setOffline(true)
    await secretary.byId('prepare-save').click()
    await expect(secretary.byId('prepare-state')).toHaveText(vi['prepare.state_silent'])
    await secretary.byId('prepare-end').fill('22:00')
    await secretary.context.setOffline(false)
    await isSaved(secretary, 1)
    // What was typed while it was on its way is not saved yet.
    await expect(secretary.byId('prepare-bar')).toHaveAttribute('data-dirty', 'true')
    const id = meetingIdOf(secretary)

    const { context, page } = secretary
    await page.route('**/api/v1/**', (route) =>
      route.fulfill({ status: 401, json: { error: { code: 'REFRESH_INVALID' } } }),
    )
    await page.reload()
    await expect(secretary.byId('sign-in-submit')).toBeVisible()
    await page.unroute('**/api/v1/**')
    await secretary.byId('sign-in-member-number').fill(SECRETARY)
    await secretary.byId('sign-in-password').fill(system.password)
    await secretary.byId('sign-in-submit').click()
    await expect(secretary.byId('prepare-end')).toHaveValue('22:00')
    await expect(secretary.byId('prepare-place')).toHaveValue('Trường Mầm non')
    await secretary.byId('prepare-save').click()
    await isSaved(secretary, 2)
    await isClean(secretary)
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('.prepare.')))
    await expect.poll(kept).toEqual([])
    const api = await MemberApi.signIn(system, SECRETARY)
    expect(await api.eventTypes(id)).toEqual(['meeting.drafted', 'meeting.planChanged'])
    expect(context.pages()).toHaveLength(1)
  })
})

test('two who edit the same draft are both kept, and one chooses', async ({ browser, system }) => {
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
  await withPeople(people, async (secretary, deputy) => {
    await prepares(secretary)
    await secretary.byId('prepare-save').click()
    await isSaved(secretary, 1)
    const id = meetingIdOf(secretary)
    await deputy.signIn(DEPUTY)
    await deputy.page.locator(`[data-meeting-id="${id}"]`).getByTestId('meeting-prepare').click()

    await deputy.byId('prepare-place').fill('Đình làng')
    await secretary.byId('prepare-place').fill('Trường Mầm non')
    await deputy.byId('prepare-save').click()
    await isSaved(deputy, 2)
    await secretary.byId('prepare-save').click()
    await expect(secretary.byId('prepare-conflict')).toContainText(vi['prepare.section_form'])
    await expect(secretary.byId('prepare-place')).toHaveValue('Trường Mầm non')
    await expect(secretary.byId('prepare-save')).toBeDisabled()
    // Still so after a reload.
    await secretary.page.reload()
    await expect(secretary.byId('prepare-conflict')).toBeVisible()
    await secretary.byId('conflict-mine').click()
    await secretary.byId('prepare-save').click()
    await isSaved(secretary, 3)

    await deputy.byId('prepare-end').fill('22:15')
    await deputy.byId('prepare-save').click()
    await deputy.byId('conflict-theirs').click()
    await expect(deputy.byId('prepare-place')).toHaveValue('Trường Mầm non')
    await expect(deputy.byId('prepare-end')).not.toHaveValue('22:15')
    await isClean(deputy)
  })
})

test('two tabs of the same secretary do not lose what the other has', async ({ browser, system }) => {
  await withPeople([await Person.arrive(browser, system)], async (secretary) => {
    await prepares(secretary)
    await secretary.byId('prepare-save').click()
    await isSaved(secretary, 1)
    const other = await secretary.openTab()
    await other.page.goto(secretary.page.url())
    await other.byId('prepare-place').fill('Đình làng')
    await secretary.byId('prepare-place').fill('Trường Mầm non')
    await other.byId('prepare-save').click()
    await isSaved(other, 2)
    await secretary.page.reload()
    await expect(secretary.byId('prepare-place')).toHaveValue('Trường Mầm non')
    await expect(secretary.byId('prepare-conflict')).toBeVisible()
  })
})

test('a double click announces once, also when the first answer is lost; afterwards the plan is updated', async ({
  browser,
  system,
}) => {
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true, ownTime: true }),
  ] as const
  await withPeople(people, async (secretary, member) => {
    await prepares(secretary)
    await secretary.doubleClick(secretary.byId('prepare-announce'))
    let lost = 0
    await secretary.page.route('**/api/v1/commands', async (route) => {
      const body = route.request().postDataJSON() as { type: string }
      if (body.type !== 'meeting.announce' || lost > 0) return route.continue()
      lost += 1
      await route.fetch()
      return route.abort()
    })
    await secretary.doubleClick(secretary.byId('announce-confirm'))
    await expect(secretary.byId('prepare-done')).toContainText(vi['prepare.done_announced'])
    expect(lost).toBe(1)
    const id = meetingIdOf(secretary)
    const api = await MemberApi.signIn(system, SECRETARY)
    expect(await api.eventTypes(id)).toEqual(['meeting.drafted', 'meeting.announced'])

    await member.signIn('MAU-00016')
    const card = member.page.locator(`[data-testid=meeting-card][data-meeting-id="${id}"]`)
    await expect(card).toHaveAttribute('data-status', 'announced')
    await secretary.byId('prepare-place').fill('Trường Mầm non Giả Định')
    await secretary.byId('prepare-update').click()
    await expect(secretary.byId('prepare-done')).toContainText(vi['prepare.done_updated'])
    await member.waits(LIST_REFRESH_SECONDS)
    await expect(card).toContainText('Trường Mầm non Giả Định')

    await secretary.byId('prepare-other').click()
    await secretary.byId('prepare-cancel').click()
    await secretary.byId('call-off-reason').fill('Dời sang tuần sau')
    await secretary.byId('call-off-confirm').click()
    await expect(secretary.byId('prepare-over')).toBeVisible()
    await member.waits(LIST_REFRESH_SECONDS)
    await expect(card).toHaveAttribute('data-status', 'cancelled')
    await expect(card).toContainText('Dời sang tuần sau')
  })
})

test('an address that leads to no branch or no meeting says so', async ({ browser, system }) => {
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    await member.signIn('MAU-00016')
    await expect(member.byId('meeting-card').first()).toBeVisible()
    await expect(member.byId('prepare-meeting')).toHaveCount(0)
    await member.page.goto(`${system.url}/branches/${randomUUID()}/meetings/new`)
    await expect(member.page.getByRole('alert')).toContainText(vi['error.FORBIDDEN'])
    await member.page.goto(`${system.url}/meetings/${randomUUID()}/prepare`)
    await expect(member.page.getByRole('alert')).toContainText(vi['error.MEETING_UNKNOWN'])
  })
})

test('a chair who holds no office changes the meeting that they chair, and prepares no other', async ({
  browser,
  system,
}) => {
  const api = await MemberApi.signIn(system, SECRETARY)
  const chair = await MemberApi.signIn(system, 'MAU-00004')
  const id = await api.schedule({ chairId: chair.memberId })
  await withPeople([await Person.arrive(browser, system)], async (member) => {
    await member.signIn('MAU-00004')
    const card = member.page.locator(`[data-testid=meeting-card][data-meeting-id="${id}"]`)
    await card.getByTestId('meeting-revise').click()
    await expect(member.byId('prepare-kind')).toBeDisabled()
    await member.byId('prepare-place').fill('Trường Mầm non')
    await member.doubleClick(member.byId('prepare-update'))
    await expect(member.byId('prepare-done')).toContainText(vi['prepare.done_updated'])
    expect((await api.eventTypes(id)).filter((type) => type === 'meeting.planChanged')).toHaveLength(1)
    await member.page.goto(system.url)
    await expect(card).toContainText('Trường Mầm non')
    await expect(member.byId('prepare-meeting')).toHaveCount(0)
  })
})
