// The roll call of those who are not there: a notice by telephone and the committee's answer, watching from afar, and the order of
// business changed while the meeting goes on.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { oneSite, shortAgenda } from './support/plan.ts'

const rowOf = (person: Person, name: string) => person.page.locator('[data-testid=person-row]', { hasText: name })

test('a notice that came by telephone is written down, answered by the committee, and read by no other member', async ({
  browser,
  system,
}) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule({ agenda: shortAgenda().items, sites: [oneSite()] })
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system, { phone: true })] as const
  await withPeople(people, async (chair, member) => {
    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    await member.enterAs('MAU-00004', meetingId, 'device-join-voice-only')
    await chair.byId('meeting-open').click()

    await chair.byId('people-toggle').click()
    await rowOf(chair, 'Trịnh Thị Tượng Trưng').getByTestId('person-roll-call').click()
    await chair.byId('record-absence-submit').click()
    await expect(chair.byId('person-absence')).toHaveCount(0)
    await chair.byId('record-absence-reason').fill('Điều trị tại bệnh viện')
    await chair.byId('record-absence-submit').click()
    await expect(chair.byId('person-absence')).toHaveAttribute('data-decision', 'pending')
    await expect(chair.byId('person-absence')).toContainText('Điều trị tại bệnh viện')
    await chair.byId('absence-accept').click()
    await expect(chair.byId('person-absence')).toHaveAttribute('data-decision', 'accepted')
    await chair.page.keyboard.press('Escape')
    await expect(rowOf(chair, 'Trịnh Thị Tượng Trưng')).toContainText(vi['roll.absent_excused'])

    await member.byId('people-toggle').click()
    await expect(rowOf(member, 'Trịnh Thị Tượng Trưng')).toContainText(vi['roll.absent_excused'])
    await expect(member.byId('person-roll-call')).toHaveCount(0)
    await expect(member.page.getByText('Điều trị tại bệnh viện')).toHaveCount(0)
  })
})

test('in a meeting in person a device watches and counts for nothing; the order of business is changed meanwhile', async ({
  browser,
  system,
}) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const agenda = shortAgenda()
  const plan = { form: 'inPerson', onlineApproval: null, agenda: agenda.items, sites: [oneSite()] }
  const meetingId = await chairApi.schedule(plan)
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system, { phone: true })] as const
  await withPeople(people, async (chair, member) => {
    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    await member.enterAs('MAU-00004', meetingId, 'device-join-voice-only')
    await expect(member.byId('watching')).toBeVisible()
    await chair.byId('meeting-open').click()
    await chair.byId('people-toggle').click()
    await expect(rowOf(chair, 'Phạm Thị Thử Nghiệm')).toHaveAttribute('data-presence', 'watching')
    await expect(chair.byId('count-present')).toHaveText('0')

    await chair.byId('desk-toggle').click()
    await chair.byId('agenda-next').click()
    await chair.byId('agenda-revise').click()
    await chair.page.getByRole('dialog').getByTestId('agenda-add-closing').click()
    await chair.page.getByRole('dialog').getByTestId('agenda-item-title').fill('Trao huy hiệu Đảng')
    await chair.byId('revise-save').click()
    await expect(chair.byId('revise-save')).toHaveCount(0)
    await member.byId('more-toggle').click()
    await member.byId('agenda-toggle').click()
    await expect(member.byId('agenda-panel')).toContainText('Trao huy hiệu Đảng')
    await expect(member.byId('agenda-now')).toHaveAttribute('data-item-id', agenda.opening.itemId)
  })
})
