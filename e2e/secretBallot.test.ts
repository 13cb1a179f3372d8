// A secret ballot from a real browser: taken, sent into a broken line, through a reload into the box, and found in the list at the end. What
// carries it says nothing of who sends it, and what stays on the device says nothing of what was chosen.
import { defaultVotingRules } from '@hoi-truong/shared/rules'
import type { Request } from '@playwright/test'
import { MemberApi } from './support/api.ts'
import { castSecretly } from './support/castSecretly.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { adoptRules } from './support/rules.ts'
import { startSystem } from './support/system.ts'

const title = 'Xếp loại đảng viên năm 2026'
const BALLOTS = '**/polls/*/ballots'

test('a secret ballot goes into the box once, through a broken line and a reload, and nothing tells whose it is', async ({
  browser,
}) => {
  const system = await startSystem()
  try {
    await adoptRules(system, { voting: { ...defaultVotingRules, electronicSecret: true, minimumSecretElectorate: 2 } })
    const chair = await MemberApi.signIn(system, 'MAU-00001')
    const meetingId = await chair.schedule()
    const people = [
      await Person.arrive(browser, system, { phone: true }),
      await Person.arrive(browser, system),
    ] as const
    await withPeople(people, async (voter, sameVoter) => {
      await voter.enterAs('MAU-00016', meetingId, 'device-join-voice-only')
      await chair.live('meeting.open', meetingId, {})
      const pollId = await chair.beginPoll(meetingId, { title, matter: 'rating', method: 'electronic' })
      await voter.byId('ballot-take').click()
      await expect(voter.byId('poll-choices')).toBeVisible()

      // The same member elsewhere has no second one.
      await sameVoter.enterAs('MAU-00016', meetingId, 'device-join-voice-only')
      await expect(sameVoter.byId('ballot-taken-elsewhere')).toBeVisible()

      const sent: Request[] = []
      await voter.context.route(BALLOTS, async (route) => {
        sent.push(route.request())
        await route.abort()
      })
      await voter.page.locator('[data-option-id="for"]').check()
      await voter.byId('poll-send').click()
      await expect(voter.byId('ballot-going')).toBeVisible()
      await expect.poll(() => sent.length).toBeGreaterThan(0)
      await voter.page.reload()
      await expect.poll(() => sent.length).toBeGreaterThan(1)
      await voter.context.unroute(BALLOTS)
      const answered = voter.page.waitForResponse((response) => response.url().endsWith('/ballots'))
      const carrying = await (await answered).request().allHeaders()
      await expect(voter.byId('ballot-cast')).toBeVisible()

      expect(Object.keys(carrying).filter((name) => /cookie|authorization|referer/.test(name))).toEqual([])
      expect(new Set(sent.map((request) => request.postData())).size).toBe(1)
      const kept = await voter.page.evaluate(() => JSON.stringify({ ...localStorage }))
      expect(kept).toContain('receipt')
      expect(kept).not.toMatch(/signature|"for\\*"/)

      await castSecretly(system, 'MAU-00017', { meetingId, pollId }, ['against'])
      await chair.live('voting.close', meetingId, { pollId, leaveOut: [] })
      await chair.live('voting.announce', meetingId, { pollId })
      await expect(voter.byId('ballot-listed')).toHaveAttribute('data-listed', 'true')
      const { tallies } = (await chair.poll(meetingId, pollId))?.outcome ?? {}
      expect(tallies).toEqual({ for: 1, against: 1 })
    })
  } finally {
    await system.stop()
  }
})
