// Báo vắng without a network: kept on the device over a reload, sent once when the network is back, read by those who may read it; and what
// comes after the closing is told to be late.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

const REASON = 'Tôi đang điều trị tại bệnh viện huyện.'

/** The member's card of this meeting. */
const cardOf = (person: Person, meetingId: string) =>
  person.page.locator(`[data-testid=meeting-card][data-meeting-id="${meetingId}"]`)

test('kept without a network, sent once, read by the chair and not by other members', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system),
    await Person.arrive(browser, system),
  ] as const
  await withPeople(people, async (chair, absent, other) => {
    await absent.signIn('MAU-00016')
    const card = cardOf(absent, meetingId)
    await card.getByTestId('report-absence').click()
    await absent.byId('absence-reason').fill('Tôi đang')
    await absent.page.reload()
    await card.getByTestId('report-absence').click()
    await expect(absent.byId('absence-reason')).toHaveValue('Tôi đang')

    await absent.context.setOffline(true)
    await absent.byId('absence-reason').fill(REASON)
    await absent.doubleClick(absent.byId('absence-submit'))
    await expect(card.getByTestId('absence-waiting')).toHaveText(vi['absence.waiting'])
    // The page itself cannot be loaded without a network: from here on only the commands do not get through.
    await absent.page.route('**/api/v1/commands', (route) => route.abort())
    await absent.context.setOffline(false)
    await absent.page.reload()
    await expect(card.getByTestId('absence-waiting')).toHaveText(vi['absence.waiting'])
    await expect(card.getByTestId('report-absence')).toHaveCount(0)
    expect(await chairApi.eventTypes(meetingId)).not.toContain('attendance.absenceReported')

    await absent.page.unroute('**/api/v1/commands')
    await expect(card.getByTestId('absence-sent')).toHaveText(vi['absence.sent'])
    await absent.page.reload()
    await expect(card.getByTestId('absence-known')).toBeVisible()
    const reported = (await chairApi.eventTypes(meetingId)).filter((type) => type === 'attendance.absenceReported')
    expect(reported).toHaveLength(1)

    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    await chair.byId('people-toggle').click()
    await expect(chair.page.locator('[data-testid=person-row][data-presence=absenceAnnounced]')).toHaveCount(1)
    await chair.byId('meeting-open').click()
    await chair.byId('meeting-close').click()
    await chair.byId('meeting-close-confirm').click()
    await chair.byId('meeting-record').click()
    await expect(chair.byId('record-absence')).toContainText(REASON)

    await other.signIn('MAU-00017')
    await expect(other.byId('meeting-card').first()).toBeVisible()
    await other.page.goto(`${system.url}/meetings/${meetingId}/record`)
    await expect(other.byId('record')).toBeVisible()
    await expect(other.page.locator('[data-testid=record-row][data-presence=absenceAnnounced]')).toHaveCount(1)
    await expect(other.page.getByText(REASON)).toHaveCount(0)

    await absent.page.goto(`${system.url}/meetings/${meetingId}/record`)
    await expect(absent.byId('record-absence')).toContainText(REASON)
  })
})

test('written in time, sent after the closing: kept with the branch and told to be late', async ({
  browser,
  system,
}) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system)] as const
  await withPeople(people, async (chair, absent) => {
    await absent.signIn('MAU-00018')
    const card = cardOf(absent, meetingId)
    await card.getByTestId('report-absence').click()
    await absent.byId('absence-reason').fill(REASON)
    await absent.context.setOffline(true)
    await absent.byId('absence-submit').click()
    await expect(card.getByTestId('absence-waiting')).toHaveText(vi['absence.waiting'])

    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    await chair.byId('meeting-open').click()
    await chair.byId('meeting-close').click()
    await chair.byId('meeting-close-confirm').click()
    await expect(chair.byId('meeting-ended')).toBeVisible()

    await absent.context.setOffline(false)
    await expect(card.getByTestId('absence-sent')).toHaveText(vi['absence.sent_late'])
    expect(await chairApi.eventTypes(meetingId)).not.toContain('attendance.absenceReported')
  })
})
