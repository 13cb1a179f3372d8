// Takes the pictures of votes as everybody sees them: the sheet that rises, the confirmation, what is recorded, what stands for those who do not
// vote here, the result; on a phone, a laptop and the hall's screen.
import path from 'node:path'
import { defaultVotingRules } from '@hoi-truong/shared/rules'
import { MemberApi } from '../support/api.ts'
import { castSecretly } from '../support/castSecretly.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { adoptRules } from '../support/rules.ts'
import { startSystem } from '../support/system.ts'

const images = process.env.SHOTS_TO ?? path.resolve(import.meta.dirname, '../../docs/images')
const names = ['Mai Thị Thí Dụ', 'Lò Văn Ví Dụ', 'Nguyễn Thị Mẫu Đơn', 'Giàng A Giả Định', 'Hoàng Văn Thử Nghiệm']
const title = 'Thông qua Nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 11/2026'

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`voting on a ${size}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const system = await startSystem()
    const shoot = (person: Person, name: string, on = size, fullPage = false) =>
      person.page.screenshot({ path: path.join(images, `vote-${name}-${on}.png`), animations: 'disabled', fullPage })
    try {
      await adoptRules(system, {
        voting: { ...defaultVotingRules, electronicSecret: true, minimumSecretElectorate: 2 },
      })
      const chair = await MemberApi.signIn(system, 'MAU-00001')
      const operator = await MemberApi.signIn(system, 'MAU-00010')
      const site = { siteId: crypto.randomUUID(), name: 'Nhà văn hóa thôn', operatorId: operator.memberId }
      const meetingId = await chair.schedule({ form: 'hybrid', sites: [site] })
      const projector = await Person.arrive(browser, system)
      await projector.page.setViewportSize({ width: 1920, height: 1080 })
      const people = [
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
        projector,
      ] as const
      for (const { page } of people) await page.emulateMedia({ reducedMotion: 'reduce' })
      await withPeople(people, async (voter, other, follower, hall) => {
        await voter.enterAs('MAU-00004', meetingId)
        await other.enterAs('MAU-00015', meetingId)
        await chair.live('meeting.open', meetingId, {})
        await operator.live('attendance.checkInAtSite', meetingId, {
          siteId: site.siteId,
          memberIds: [operator.memberId],
        })
        await hall.enterAs('MAU-00010', meetingId)
        await follower.signIn('MAU-00005')
        await follower.page.goto(`${system.url}/meetings/${meetingId}/follow`)
        const pollId = await chair.beginPoll(meetingId, { title })
        await expect(voter.byId('poll-choices')).toBeVisible()
        await shoot(voter, 'sheet')
        await shoot(hall, 'hall', 'projector')
        await expect(follower.byId('follow-poll')).toBeVisible()
        await shoot(follower, 'follow', size, true)
        await voter.page.locator('[data-option-id="for"]').check()
        await shoot(voter, 'confirm')
        await voter.byId('poll-send').click()
        await expect(voter.byId('poll-recorded')).toBeVisible()
        await shoot(voter, 'recorded')
        await voter.byId('poll-make-small').click()
        await expect(voter.byId('poll-line')).toBeVisible()
        await shoot(voter, 'small')
        await operator.live('voting.countHands', meetingId, {
          pollId,
          siteId: site.siteId,
          mayVote: 1,
          tallies: { for: 1, against: 0, abstain: 0 },
        })
        await chair.live('voting.close', meetingId, { pollId, leaveOut: [] })
        await expect(voter.byId('poll-line')).toContainText('kết thúc')
        await chair.live('voting.announce', meetingId, { pollId })
        await expect(voter.byId('result-card')).toBeVisible()
        await shoot(voter, 'result')
        await shoot(hall, 'result', 'projector')
        await shoot(follower, 'follow-result', size, true)
        await voter.byId('result-close').click()
        await voter.byId('more-toggle').click()
        await voter.byId('polls-item').click()
        await expect(voter.byId('poll-listed')).toBeVisible()
        await shoot(voter, 'list')
        await voter.byId('poll-list-close').click()

        const options = names.map((label) => ({ optionId: crypto.randomUUID(), label }))
        const opinionId = await chair.beginPoll(meetingId, {
          title: 'Chọn ba đồng chí đi dự tập huấn',
          matter: 'opinion',
          options,
          maxChoices: 3,
          showTallies: true,
        })
        for (const place of [0, 2, 4]) await voter.byId('poll-choice').nth(place).check()
        await voter.byId('poll-choice').nth(1).click()
        await expect(voter.byId('poll-full')).not.toBeEmpty()
        await shoot(voter, 'several')
        await voter.byId('poll-next').click()
        await shoot(voter, 'several-confirm')
        await voter.byId('poll-send').click()
        await expect(voter.byId('poll-tallies')).toBeVisible()
        await chair.live('voting.close', meetingId, { pollId: opinionId, leaveOut: [site.siteId] })
        await expect(other.byId('poll-sheet')).toContainText('kết thúc')
        await shoot(other, 'closed')
        await chair.live('voting.announce', meetingId, { pollId: opinionId })
        await expect(voter.byId('result-card')).toBeVisible()
        await shoot(voter, 'figures')
        await voter.byId('result-close').click()

        const secret = { title: 'Xếp loại đảng viên năm 2026', matter: 'rating', method: 'electronic' }
        const secretId = await chair.beginPoll(meetingId, secret)
        await expect(voter.byId('ballot-take')).toBeVisible()
        await shoot(voter, 'secret')
        await voter.byId('ballot-take').click()
        await voter.page.locator('[data-option-id="against"]').check()
        await shoot(voter, 'secret-confirm')
        await voter.byId('poll-send').click()
        await expect(voter.byId('ballot-cast')).toBeVisible()
        await shoot(voter, 'secret-cast')
        await castSecretly(system, 'MAU-00018', { meetingId, pollId: secretId }, ['for'])
        await chair.live('voting.close', meetingId, { pollId: secretId, leaveOut: [] })
        await chair.live('voting.announce', meetingId, { pollId: secretId })
        await expect(voter.byId('ballot-listed')).toHaveAttribute('data-listed', 'true')
        await shoot(voter, 'secret-result')
      })
    } finally {
      await system.stop()
    }
  })
}
