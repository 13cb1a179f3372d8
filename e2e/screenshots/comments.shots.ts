// Takes the pictures of comments: the form and what waits, the chair's desk, the panel in the room, the record.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { startSystem } from '../support/system.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

const words = {
  ahead:
    'Tôi đã đọc dự thảo nghị quyết. Đề nghị ghi rõ đồng chí nào chịu trách nhiệm từng việc và thời hạn hoàn thành.',
  road: 'Tuyến đường thôn đoạn qua nhà văn hóa hay ngập. Đề nghị chi bộ kiến nghị xã làm rãnh thoát nước trước mùa mưa.',
  fund: 'Tôi đồng ý với mức đóng góp mà chi ủy nêu.',
}

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`comments on a ${size}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const system = await startSystem()
    const shoot = (person: Person, name: string, fullPage = false) =>
      person.page.screenshot({ path: path.join(images, `${name}-${size}.png`), animations: 'disabled', fullPage })
    try {
      const chairApi = await MemberApi.signIn(system, 'MAU-00001')
      const aheadApi = await MemberApi.signIn(system, 'MAU-00017')
      const meetingId = await chairApi.schedule()
      const { plan } = (await chairApi.meeting(meetingId)).state.everyone.meeting
      const { agenda } = plan as { agenda: { itemId: string }[] }
      const people = [
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
      ] as const
      for (const { page } of people) await page.emulateMedia({ reducedMotion: 'reduce' })
      await withPeople(people, async (chair, absent, secretary) => {
        await aheadApi.command('comment.post', meetingId, {
          commentId: randomUUID(),
          subject: { kind: 'meeting' },
          text: words.ahead,
        })
        await absent.signIn('MAU-00018')
        await expect(absent.byId('sign-out')).toBeVisible()
        await absent.page.goto(`${system.url}/meetings/${meetingId}/notice`)
        await absent.byId('comment-subject').selectOption(`item ${agenda[3]?.itemId}`)
        await absent.byId('comment-text').fill(words.road)
        await absent.byId('comment-form').evaluate((form) => form.scrollIntoView({ block: 'start' }))
        await shoot(absent, 'comment-form')

        await chair.signIn('MAU-00001')
        await chair.enterMeeting(meetingId)
        await chair.byId('meeting-open').click()
        for (let item = 0; item < 4; item += 1) {
          await chair.byId('agenda-next').click()
          await expect(chair.byId('agenda-now')).toHaveAttribute('data-item-id', agenda[item]?.itemId ?? '')
        }
        await absent.context.setOffline(true)
        await absent.byId('comment-submit').click()
        await expect(absent.byId('comment-waiting')).toBeVisible()
        await absent.byId('comment-waiting').evaluate((one) => one.scrollIntoView({ block: 'center' }))
        await shoot(absent, 'comment-waiting')
        await absent.context.setOffline(false)
        await expect(absent.byId('comment-waiting')).toHaveCount(0, { timeout: 20_000 })
        await expect(chair.byId(phone ? 'more-toggle' : 'comments-toggle')).toContainText('2')
        await absent.byId('comment-subject').selectOption('meeting')
        await absent.byId('comment-text').fill(words.fund)
        await absent.byId('comment-submit').click()
        await expect(chair.byId('announcement')).toBeVisible()
        if (phone) {
          await shoot(chair, 'comment-announced')
          await chair.byId('desk-toggle').click()
        }
        await expect(chair.byId('comment-newest')).toContainText(words.fund)
        await chair.byId('desk-comments').evaluate((section) => section.scrollIntoView({ block: 'start' }))
        await shoot(chair, 'desk-comments')
        await chair
          .byId('desk-comments')
          .getByTestId('comment')
          .filter({ hasText: words.road })
          .getByTestId('comment-mark')
          .click()
        await expect(chair.byId('desk-comments')).toHaveAttribute('data-to-read', '2')

        await secretary.signIn('MAU-00014')
        await secretary.enterMeeting(meetingId, 'device-join-voice-only')
        if (phone) await secretary.byId('more-toggle').click()
        await secretary.byId('comments-toggle').click()
        await expect(secretary.byId('comment')).toHaveCount(3)
        await shoot(secretary, 'room-comments')

        await chair.byId('meeting-close').click()
        await chair.byId('meeting-close-confirm').click()
        await chair.byId('meeting-record').click()
        await expect(chair.byId('comment')).toHaveCount(3)
        await chair.byId('comments').evaluate((section) => section.scrollIntoView({ block: 'start' }))
        await shoot(chair, 'record-comments')
      })
    } finally {
      await system.stop()
    }
  })
}
