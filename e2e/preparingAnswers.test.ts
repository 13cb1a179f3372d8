// A member reads the notice on a phone and answers it, changes their mind, also without a network; the committee decides.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

/** So often an open notice asks for what is new. */
const NOTICE_REFRESH_SECONDS = 10
const REASON = 'Tôi đang điều trị tại bệnh viện huyện.'

const cardOf = (person: Person, meetingId: string) =>
  person.page.locator(`[data-testid=meeting-card][data-meeting-id="${meetingId}"]`)

test('answers on the phone, changes their mind, is told what the committee says', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  const memberApi = await MemberApi.signIn(system, 'MAU-00016')
  const people = [
    await Person.arrive(browser, system, { phone: true, ownTime: true }),
    await Person.arrive(browser, system, { ownTime: true }),
  ] as const
  await withPeople(people, async (member, committee) => {
    await member.signIn('MAU-00016')
    const card = cardOf(member, meetingId)
    await member.doubleClick(card.getByTestId('answer-attend'))
    await expect(card.getByTestId('answer')).toHaveAttribute('data-answer', 'attending')
    await expect(card.getByTestId('answer-attend')).toHaveCount(0)
    await expect.poll(() => chairApi.eventTypes(meetingId)).toContain('attendance.answered')
    await member.page.reload()
    await expect(card.getByTestId('answer-known')).toHaveText(vi['answer.attending'])

    await card.getByTestId('meeting-notice').click()
    await expect(member.byId('notice')).toHaveAttribute('data-status', 'announced')
    await expect(member.byId('notice-item').first()).toBeVisible()
    await expect(member.byId('answer-absent-row')).toHaveCount(0)
    await member.byId('report-absence').click()
    await member.byId('absence-reason').fill(REASON)
    await member.byId('absence-submit').click()
    await expect(member.byId('answer')).toHaveAttribute('data-answer', 'absencePending')
    await expect(member.byId('answers-absent')).toHaveText('1')
    await expect(member.page.getByText(REASON)).toHaveCount(0)

    await committee.signIn('MAU-00003')
    await cardOf(committee, meetingId).getByTestId('meeting-notice').click()
    const row = committee.page.locator(`[data-testid=answer-absent-row][data-member-id="${memberApi.memberId}"]`)
    await expect(row).toContainText(REASON)
    await committee.doubleClick(row.getByTestId('absence-accept'))
    await expect(row).toHaveAttribute('data-answer', 'absenceAccepted')
    await member.waits(NOTICE_REFRESH_SECONDS)
    await expect(member.byId('absence-known')).toHaveText(vi['answer.absence_accepted'])
    await row.getByTestId('absence-refuse').click()
    await expect(row).toHaveAttribute('data-answer', 'absenceRefused')
    await member.waits(NOTICE_REFRESH_SECONDS)
    await expect(member.byId('absence-known')).toHaveText(vi['answer.absence_refused'])

    await member.page.goto(system.url)
    await card.getByTestId('answer-attend').click()
    await expect(card.getByTestId('answer-known')).toHaveText(vi['answer.attending'])
    await committee.waits(NOTICE_REFRESH_SECONDS)
    await expect(row).toHaveCount(0)
    expect((await memberApi.meeting(meetingId)).state.everyone.meeting.status).toBe('announced')
  })
})

test('an answer given without a network is sent when it is back, the last one holds', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  await withPeople([await Person.arrive(browser, system, { phone: true })], async (member) => {
    await member.signIn('MAU-00017')
    const card = cardOf(member, meetingId)
    await expect(card).toBeVisible()
    await member.context.setOffline(true)
    await card.getByTestId('answer-attend').click()
    await expect(card.getByTestId('answer-waiting')).toHaveText(vi['answer.waiting'])
    await card.getByTestId('report-absence').click()
    await member.byId('absence-reason').fill(REASON)
    await member.byId('absence-submit').click()
    await expect(card.getByTestId('absence-waiting')).toHaveText(vi['absence.waiting'])
    await member.context.setOffline(false)
    await expect(card.getByTestId('absence-sent')).toBeVisible()
    const given = (await chairApi.eventTypes(meetingId)).filter((type) => type.startsWith('attendance.'))
    expect(given).toEqual(['attendance.answered', 'attendance.absenceAnnounced', 'attendance.absenceReported'])
  })
})

test('the committee writes down who telephoned; the notice fits one sheet', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule()
  await withPeople([await Person.arrive(browser, system)], async (secretary) => {
    await secretary.signIn('MAU-00001')
    await cardOf(secretary, meetingId).getByTestId('meeting-notice').click()
    await expect(secretary.byId('answers-expected')).toHaveText('22')
    await secretary.byId('answers-show-waiting').click()
    await expect(secretary.byId('answer-waiting-row')).not.toHaveCount(0)
    const waiting = await secretary.byId('answer-waiting-row').count()
    await secretary.byId('record-absence').last().click()
    await secretary.byId('record-absence-submit').click()
    await expect(secretary.page.getByText(vi['notice.reason_needed'])).toBeVisible()
    await secretary.byId('record-absence-reason').fill('Đi công tác tại tỉnh, báo qua điện thoại')
    await secretary.doubleClick(secretary.byId('record-absence-submit'))
    await expect(secretary.byId('answer-absent-row')).toContainText('báo qua điện thoại')
    await expect(secretary.byId('answer-waiting-row')).toHaveCount(waiting - 1)

    const sheet = (await secretary.page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(sheet.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })
})
