// An absent member is heard: written on a phone while signaling is dead, kept, sent once, read out before the branch, in the record; and
// nobody is present by it.
import { vi } from '@hoi-truong/shared/i18n/words'
import { MemberApi } from './support/api.ts'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { shortAgenda } from './support/plan.ts'

const FIRST = 'Đề nghị ghi rõ thời hạn hoàn thành tuyến đường.'
const SECOND = 'Tôi đồng ý với dự thảo nghị quyết.'
const LATE = 'Xin bổ sung ý kiến về kinh phí.'

test('kept while signaling is dead, sent once, read out, in the record; its author stays absent', async ({
  browser,
  system,
}) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const { memberId: absentId } = await MemberApi.signIn(system, 'MAU-00018')
  const agenda = shortAgenda()
  const meetingId = await chairApi.schedule({ agenda: agenda.items })
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system, { phone: true })] as const
  await withPeople(people, async (chair, absent) => {
    await chair.signIn('MAU-00001')
    await chair.enterMeeting(meetingId, 'device-join-voice-only')
    await chair.byId('meeting-open').click()
    await chair.byId('agenda-next').click()
    await chair.byId('agenda-next').click()
    await expect(chair.byId('agenda-now')).toHaveAttribute('data-item-id', agenda.report.itemId)
    await expect(chair.byId('desk-comments')).toHaveCount(0)

    await absent.signIn('MAU-00018')
    await expect(absent.byId('sign-out')).toBeVisible()
    await absent.page.goto(`${system.url}/meetings/${meetingId}/notice`)
    await absent.byId('comment-text').fill('Đề nghị')
    await absent.page.reload()
    await expect(absent.byId('comment-text')).toHaveValue('Đề nghị')
    const before = (await chairApi.meeting(meetingId)).state.everyone.attendance

    await system.signaling.kill9()
    try {
      const write = async (text: string, subject: string) => {
        await absent.byId('comment-subject').selectOption(subject)
        await absent.byId('comment-text').fill(text)
        await absent.byId('comment-submit').click()
      }
      await write(FIRST, `item ${agenda.report.itemId}`)
      await write(SECOND, 'meeting')
      await expect(absent.byId('comment-waiting')).toHaveCount(2)
      await expect(absent.byId('comment-waiting').first()).toContainText(vi['comments.waiting'])
      await expect(absent.byId('comment-waiting').first()).toContainText(FIRST)
      await expect(absent.byId('comment-text')).toHaveValue('')
      await findsNothing(absent, 'comments that wait')
    } finally {
      await system.signaling.start()
    }
    await expect(absent.byId('comment-waiting')).toHaveCount(0, { timeout: 20_000 })
    await expect(absent.byId('comment')).toHaveCount(2)

    // On the desk at once, in words; in the order in which they were written.
    await expect(chair.byId('desk-comments')).toHaveAttribute('data-to-read', '2', { timeout: 20_000 })
    const newest = chair.byId('comment-newest')
    await expect(newest).toContainText(SECOND)
    await expect(newest).toContainText(vi['comment.absent_member'])
    const first = chair.byId('desk-comments').getByTestId('comment').filter({ hasText: FIRST })
    await expect(first).toHaveAttribute('data-from-absent', 'true')
    await expect(first).toHaveAttribute('data-member-id', absentId)
    await expect(chair.byId('comments-toggle')).toContainText('2')
    const posted = (await chairApi.eventTypes(meetingId)).filter((type) => type === 'comment.posted')
    expect(posted).toHaveLength(2)

    await findsNothing(chair, 'comments on the desk')

    // Nobody is present by a comment.
    expect((await chairApi.meeting(meetingId)).state.everyone.attendance).toEqual(before)
    expect(await chairApi.intervals(meetingId, absentId)).toEqual([])
    await expect(chair.byId('people-toggle')).toContainText('1')

    await first.getByTestId('comment-mark').click()
    await expect(chair.byId('desk-comments')).toHaveAttribute('data-to-read', '1')
    await chair.byId('comments-show-read').click()
    await expect(first).toHaveAttribute('data-read-out', 'true')
    await first.getByTestId('comment-unmark').click()
    await expect(chair.byId('desk-comments')).toHaveAttribute('data-to-read', '2')
    await first.getByTestId('comment-mark').click()
    const seen = absent.byId('comment').filter({ hasText: FIRST })
    await expect(seen).toHaveAttribute('data-read-out', 'true', { timeout: 20_000 })
    await expect(seen.getByTestId('comment-withdraw')).toHaveCount(0)

    // Half-written when the meeting closes: sent all the same, and told to be late.
    await absent.byId('comment-text').fill(LATE)
    await chair.byId('meeting-close').click()
    await chair.byId('meeting-close-confirm').click()
    await chair.byId('meeting-record').click()
    const recorded = chair.byId('record').getByTestId('comment').filter({ hasText: FIRST })
    await expect(recorded.getByTestId('comment-from-absent')).toHaveText(vi['comment.absent_member'])
    await expect(recorded.getByTestId('comment-read-out')).toBeVisible()
    await expect(chair.page.locator(`[data-testid=record-row][data-member-id="${absentId}"]`)).toHaveAttribute(
      'data-presence',
      'notArrived',
    )
    await findsNothing(chair, 'comments on the record')
    await absent.byId('comment-submit').click()
    await expect(absent.byId('comment-sent-late')).toContainText(LATE)
    await chair.page.reload()
    await expect(chair.byId('comments-late')).toContainText(LATE)
  })
})
