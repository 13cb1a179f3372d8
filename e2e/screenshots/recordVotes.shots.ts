// Takes the pictures of votes in the record: by hands and devices, on paper, in secret on devices with a receipt that is found, a cancelled one.
import path from 'node:path'
import { defaultVotingRules } from '@hoi-truong/shared/rules'
import { MemberApi } from '../support/api.ts'
import { castSecretly } from '../support/castSecretly.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { adoptRules } from '../support/rules.ts'
import { numberOf } from '../support/sample.ts'
import { gatherVoters } from '../support/sampleVoters.ts'
import { type RunningSystem, startSystem } from '../support/system.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

/** @returns the receipt of the voter's secret ballot */
async function vote(system: RunningSystem, voter: Person): Promise<{ meetingId: string; receipt: string }> {
  const { chairApi: chair, meetingId, siteId, idOf } = await gatherVoters(system)
  const first = await MemberApi.signIn(system, numberOf('dv13'))
  const second = await MemberApi.signIn(system, numberOf('dv12'))
  await voter.enterAs(numberOf('dv16'), meetingId, 'device-join-voice-only')
  await chair.live('meeting.open', meetingId, {})
  const end = async (pollId: string) => {
    await chair.live('voting.close', meetingId, { pollId, leaveOut: [] })
    await chair.live('voting.announce', meetingId, { pollId })
    await voter.byId('result-close').click()
  }
  const choose = async (optionId: string) => {
    await voter.page.locator(`[data-testid=poll-choice][data-option-id="${optionId}"]`).check()
    await voter.byId('poll-send').click()
  }

  const openly = await chair.beginPoll(meetingId, { title: 'Thông qua Nghị quyết tháng 11/2026' })
  await choose('for')
  await expect(voter.byId('poll-recorded')).toBeVisible()
  const tallies = { for: 15, against: 0, abstain: 0 }
  await chair.live('voting.countHands', meetingId, { pollId: openly, siteId, mayVote: 15, tallies })
  await end(openly)

  const tellerIds = ['dv13', 'dv12'].map(idOf)
  const admission = { title: 'Xét, đề nghị kết nạp quần chúng ưu tú Lò Thị Bắt Đầu', matter: 'admission', tellerIds }
  const onPaper = await chair.beginPoll(meetingId, { ...admission, method: 'paper' })
  const count = { issued: 15, returned: 15, valid: 15, invalid: 0, tallies: { for: 14, against: 1 } }
  await first.live('voting.enterPaperCount', meetingId, { pollId: onPaper, count, basedOn: 0 })
  await second.live('voting.confirmPaperCount', meetingId, { pollId: onPaper, revision: 1 })
  await end(onPaper)

  const mistaken = await chair.beginPoll(meetingId, { title: 'Thông qua chương trình công tác' })
  await chair.live('voting.cancel', meetingId, { pollId: mistaken, reason: 'Nhầm nội dung, biểu quyết lại sau' })
  const rating = { title: 'Xếp loại đảng viên năm 2026', matter: 'rating', method: 'electronic' }
  const secretly = await chair.beginPoll(meetingId, rating)
  await voter.byId('ballot-take').click()
  await choose('for')
  await expect(voter.byId('ballot-cast')).toBeVisible({ timeout: 60_000 })
  await castSecretly(system, numberOf('dv17'), { meetingId, pollId: secretly }, ['against'])
  await end(secretly)
  await chair.live('meeting.close', meetingId, {})
  const { outcome } = (await chair.poll(meetingId, secretly)) as unknown as {
    outcome: { secret: { receipts: string[] } }
  }
  return { meetingId, receipt: outcome.secret.receipts[0] ?? '' }
}

test('votes in the record', async ({ browser }) => {
  test.setTimeout(240_000)
  const system = await startSystem()
  try {
    await adoptRules(system, { voting: { ...defaultVotingRules, electronicSecret: true, minimumSecretElectorate: 2 } })
    const people = [
      await Person.arrive(browser, system, { phone: true }),
      await Person.arrive(browser, system),
    ] as const
    await withPeople(people, async (voter, reader) => {
      const { meetingId, receipt } = await vote(system, voter)
      await reader.signIn(numberOf('dv05'))
      await expect(reader.byId('sign-out')).toBeVisible()
      for (const [person, size] of [
        [voter, 'phone'],
        [reader, 'desktop'],
      ] as const) {
        await person.page.goto(`${system.url}/meetings/${meetingId}/record`)
        await expect(person.byId('record-poll')).toHaveCount(4)
        await expect(person.byId('poll-result')).toHaveCount(3)
        await person.byId('record-receipt').fill(receipt.slice(0, 8))
        await expect(person.byId('record-receipt-answer')).toHaveAttribute('data-found', '1')
        const shots = [person.byId('record-poll').first(), person.byId('record-poll').last()]
        for (const [index, poll] of shots.entries()) {
          await poll.evaluate((part) => part.scrollIntoView({ block: 'start' }))
          const name = `record-votes-${index === 0 ? 'open' : 'secret'}-${size}.png`
          await person.page.screenshot({ path: path.join(images, name), animations: 'disabled' })
        }
      }
    })
  } finally {
    await system.stop()
  }
})
