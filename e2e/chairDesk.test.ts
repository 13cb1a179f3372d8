// The chair leads a whole meeting with one button: what is missing is said before each step, the chair is handed over, lost and taken,
// and a closing is taken back.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { oneSite, shortAgenda } from './support/plan.ts'
import { adoptRules } from './support/rules.ts'
import { startSystem } from './support/system.ts'

/** So long the chair of this file's second meeting may be gone. */
const CHAIR_GONE_SECONDS = 5

test('one button leads through the order of business; an item in person waits for people at the site', async ({
  browser,
  system,
}) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const agenda = shortAgenda()
  const site = oneSite()
  const meetingId = await chairApi.schedule({ agenda: agenda.items, sites: [site], minutesSecretaryId: null })
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system, { phone: true })] as const
  await withPeople(people, async (chair, member) => {
    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    await member.enterAs('MAU-00014', meetingId, 'device-join-voice-only')

    // The desk is open, says that nobody writes the minutes, and offers to mend it right there.
    await expect(chair.byId('desk')).toBeVisible()
    await expect(member.byId('agenda-next')).toHaveCount(0)
    await expect(chair.byId('step-warnings')).toHaveCount(0)
    await chair.byId('desk-close').click()
    await chair.byId('step-warnings').click()
    await chair.byId('secretary-select').selectOption({ label: 'Hồ Thị Chạy Thử' })
    await chair.byId('secretary-name').click()
    await expect(chair.byId('finding-minutesSecretaryMissing')).toHaveCount(0)
    await expect(chair.byId('minutes-secretary')).toContainText('Hồ Thị Chạy Thử')

    await chair.byId('meeting-open').click()
    await chair.byId('agenda-next').click()
    await expect(member.byId('agenda-now')).toHaveAttribute('data-item-id', agenda.opening.itemId)
    await expect(member.byId('agenda-next-item')).toHaveAttribute('data-item-id', agenda.report.itemId)
    await expect(chair.byId('finding-quorumUnconfirmed')).toBeVisible()
    await chair.byId('quorum-confirm').click()
    await expect(chair.byId('quorum-confirmed')).toContainText('2/20')
    await expect(chair.byId('quorum')).toContainText(vi['people.quorum_red'])
    await chair.byId('agenda-next').click()
    await expect(member.byId('agenda-now')).toHaveAttribute('data-item-id', agenda.report.itemId)

    // Nobody is at the site: the button rests and says why; another item is one press away.
    await expect(chair.byId('agenda-next')).toBeDisabled()
    await expect(chair.byId('step-blocked')).toContainText('chỉ thực hiện trực tiếp')
    const row = (itemId: string) => chair.page.locator(`[data-testid=agenda-item][data-item-id="${itemId}"]`)
    await expect(row(agenda.admission.itemId)).toBeDisabled()
    await row(agenda.conclusion.itemId).click()
    await expect(member.byId('agenda-now')).toHaveAttribute('data-item-id', agenda.conclusion.itemId)

    await member.byId('people-toggle').click()
    await member.page
      .locator('[data-testid=person-row]', { hasText: 'Phạm Thị Thử Nghiệm' })
      .getByTestId('person-roll-call')
      .click()
    await member.byId('person-check-in').click()
    await expect(member.byId('person-now')).toContainText(site.name)
    await expect(chair.byId('agenda-next')).toBeEnabled()
    await chair.byId('agenda-next').click()
    await expect(row(agenda.admission.itemId)).toHaveAttribute('data-progress', 'running')

    // All done: the one button closes now, and asks once.
    await expect(chair.byId('agenda-next')).toHaveCount(0)
    await chair.byId('meeting-close').click()
    await expect(chair.byId('meeting-close-too-short')).toBeVisible()
    await chair.byId('meeting-close-confirm').click()
    await expect(member.byId('meeting-ended')).toBeVisible()
    await expect(member.byId('meeting-reopen')).toHaveCount(0)

    // A reload has made the chair's page forget the room; the record still offers the way back.
    await chair.page.goto(`${system.url}/meetings/${meetingId}/record`)
    await chair.byId('meeting-reopen').click()
    await chair.byId('device-join-voice-only').click()
    await expect(chair.byId('room')).toBeVisible()
    await chair.isConnected()
    await member.byId('back-in').click()
    await member.isConnected()
    await chairApi.openFloor(meetingId)
    await chair.hearsAndSees(1, { seen: 0 })
    await member.hearsAndSees(1, { seen: 0 })
    await expect(chair.byId('meeting-close')).toBeVisible()
  })
})

test('the chair is handed over, and taken when the chair is gone', async ({ browser }) => {
  const system = await startSystem()
  try {
    await adoptRules(system, { chairGoneSeconds: CHAIR_GONE_SECONDS })
    const chairApi = await MemberApi.signIn(system, 'MAU-00001')
    const meetingId = await chairApi.schedule({ agenda: shortAgenda().items })
    const people = [
      await Person.arrive(browser, system),
      await Person.arrive(browser, system),
      await Person.arrive(browser, system, { phone: true }),
    ] as const
    await withPeople(people, async (secretary, member, deputy) => {
      await secretary.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
      await member.enterAs('MAU-00004', meetingId, 'device-join-voice-only')
      await deputy.enterAs('MAU-00002', meetingId, 'device-join-voice-only')
      await secretary.byId('meeting-open').click()
      await expect(member.byId('meeting-status')).toHaveAttribute('data-status', 'open')

      await secretary.byId('hand-over').click()
      await secretary.byId('hand-over-select').selectOption({ label: 'Phạm Thị Thử Nghiệm' })
      await Promise.all([
        expect(deputy.byId('announcement')).toContainText('Phạm Thị Thử Nghiệm chủ trì'),
        secretary.byId('hand-over-confirm').click(),
      ])
      await expect(member.byId('agenda-next')).toBeVisible()
      await expect(secretary.byId('agenda-next')).toHaveCount(0)
      await expect(secretary.byId('agenda-panel')).toBeVisible()

      // Whoever has the chair goes away: after a while those entitled may take it, in one press.
      await member.byId('leave').click()
      await expect(deputy.byId('take-chair')).toBeVisible({ timeout: 60_000 })
      await expect(secretary.byId('take-chair')).toBeVisible()
      await Promise.all([
        expect(secretary.byId('announcement')).toContainText('Nguyễn Thị Ví Dụ chủ trì'),
        deputy.byId('take-chair').click(),
      ])
      await expect(deputy.byId('agenda-next')).toBeVisible()
      await expect(secretary.byId('take-chair')).toHaveCount(0)
      await deputy.byId('agenda-next').click()
      await deputy.byId('meeting-close').click()
      await deputy.byId('meeting-close-confirm').click()
      await deputy.byId('meeting-record').click()
      await expect(deputy.byId('record-chair-change')).toHaveCount(2)
    })
  } finally {
    await system.stop()
  }
})
