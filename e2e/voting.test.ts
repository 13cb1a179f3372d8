// The sample meeting's votes through the interface: hands at the site and votes on devices, ballots on paper counted by two tellers, an
// election; while somebody types, and while a line is cut.
import { vi } from '@hoi-truong/shared/i18n/words'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { numberOf } from './support/sample.ts'
import { gatherVoters } from './support/sampleVoters.ts'

const TITLE = 'Thông qua Nghị quyết tháng 11/2026'
const ADMISSION = 'Xét, đề nghị kết nạp quần chúng ưu tú Lò Thị Bắt Đầu'
const ELECTION = 'Bầu chi ủy nhiệm kỳ 2025-2030'

const pollCard = (person: Person, pollId: string) =>
  person.page.locator(`[data-testid=poll-card][data-poll-id="${pollId}"]`)
const votesFor = (person: Person, optionId: string) =>
  person.byId('result-card').locator(`[data-testid=poll-figures] [data-option-id="${optionId}"]`)
const choice = (person: Person, optionId: string) =>
  person.page.locator(`[data-testid=poll-choice][data-option-id="${optionId}"]`)

/** The chair's three presses: ends it, says so again, tells everybody. */
async function closesAndAnnounces(chair: Person, pollId: string): Promise<void> {
  const card = pollCard(chair, pollId)
  await card.getByTestId('poll-close').click()
  await chair.byId('poll-close-confirm').click()
  await expect(card).toHaveAttribute('data-stage', 'closed')
  await card.getByTestId('poll-announce').click()
}

test('hands at the site, three votes on devices, one of them through a cut line: 17/0/1 of 21', async ({
  browser,
  system,
}) => {
  const { chairApi, meetingId, siteId, idOf } = await gatherVoters(system, { except: ['dv07', 'dv08'] })
  const pollId = await chairApi.preparePoll(meetingId, { title: TITLE })
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
  ] as const
  await withPeople(people, async (chair, operator, voter, typist, cutOff) => {
    await operator.signIn(numberOf('dv14'))
    await Promise.all([
      chair.enterAs(numberOf('dv01'), meetingId, 'device-join-listen'),
      voter.enterAs(numberOf('dv16'), meetingId, 'device-join-voice-only'),
      typist.enterAs(numberOf('dv17'), meetingId, 'device-join-voice-only'),
      cutOff.enterAs(numberOf('dv22'), meetingId, 'device-join-voice-only'),
    ])
    await operator.page.goto(`${system.url}/meetings/${meetingId}/sites/${siteId}`)
    for (const who of ['dv07', 'dv08']) {
      const person = operator.page.locator(`[data-testid=site-person][data-member-id="${idOf(who)}"]`)
      await person.click()
      await expect(person).toHaveAttribute('data-here', 'true')
      await expect(person).toHaveAttribute('data-pending', '')
    }
    await chair.byId('meeting-open').click()

    // The question rises over whatever somebody does, but not over their typing.
    await typist.byId('comments-toggle').click()
    await typist.byId('comment-write').click()
    await typist.byId('comment-text').pressSequentially('Đề nghị ghi rõ')
    await pollCard(chair, pollId).getByTestId('poll-open').click()
    await expect(chair.byId('poll-open-voters')).toHaveAttribute('data-count', '21')
    await chair.byId('poll-open-confirm').click()
    await expect(voter.byId('poll-sheet')).toContainText(TITLE)
    await expect(typist.byId('poll-line')).toContainText(TITLE)
    await expect(typist.byId('poll-said')).toContainText(TITLE)
    await expect(typist.byId('comment-text')).toBeFocused()
    await typist.page.keyboard.type(' thời hạn')
    await expect(typist.byId('comment-text')).toHaveValue('Đề nghị ghi rõ thời hạn')
    await expect(typist.byId('poll-sheet')).toHaveCount(0)

    // The line is cut as a vote is sent: it goes by itself when there is one again, and nothing is said before.
    await cutOff.context.setOffline(true)
    await choice(cutOff, 'abstain').check()
    await cutOff.byId('poll-send').click()

    // A press marks, another sends; recorded is said when it is.
    await findsNothing(voter, 'a ballot')
    await choice(voter, 'against').check()
    await choice(voter, 'for').check()
    await voter.byId('poll-send').click()
    await expect(voter.byId('poll-recorded')).toHaveAttribute('data-choices', 'for')

    // By the keyboard alone.
    await typist.page.keyboard.press('Alt+b')
    await expect(typist.byId('poll-sheet').getByRole('heading').first()).toBeFocused()
    await choice(typist, 'for').focus()
    await typist.page.keyboard.press('Space')
    await typist.byId('poll-send').focus()
    await typist.page.keyboard.press('Enter')
    await expect(typist.byId('poll-recorded')).toContainText(vi['vote.recorded'])

    // At the site hands are counted; whoever has an own phone there reads why it offers no choice.
    await expect(chair.byId('poll-why-not')).toBeVisible()
    const card = pollCard(chair, pollId)
    await expect(card.getByTestId('poll-voted')).toHaveAttribute('data-voted', '2')
    await card.getByTestId('poll-close').click()
    await expect(chair.byId('poll-close-leave-out')).toHaveCount(1)
    await expect(chair.byId('poll-close-confirm')).toBeDisabled()
    await chair.byId('poll-close-back').click()
    await expect(operator.byId('hands')).toHaveAttribute('data-may-vote', '15')
    await findsNothing(operator, 'the count of hands')
    await operator.byId('hands-rest').click()
    await operator.byId('hands-send').click()
    await expect(operator.byId('hands-sent')).toBeVisible()
    await expect(cutOff.byId('poll-sending')).toHaveAttribute('data-tried', 'true')
    await expect(cutOff.byId('poll-recorded')).toHaveCount(0)
    await cutOff.context.setOffline(false)
    await expect(cutOff.byId('poll-recorded')).toHaveAttribute('data-choices', 'abstain', { timeout: 30_000 })
    await expect(card.getByTestId('poll-voted')).toHaveAttribute('data-voted', '18')

    await closesAndAnnounces(chair, pollId)
    for (const person of [voter, typist, cutOff]) {
      await expect(person.byId('result-card').getByTestId('poll-verdict')).toHaveAttribute('data-passed', 'true')
      await expect(person.byId('result-card').getByTestId('poll-verdict')).toContainText('17/21 = 80,95%')
    }
    for (const [option, count] of [
      ['for', '17'],
      ['against', '0'],
      ['abstain', '1'],
    ] as const)
      await expect(votesFor(voter, option)).toHaveAttribute('data-votes', count)
    await findsNothing(voter, 'a result')
    expect((await chairApi.poll(meetingId, pollId))?.outcome).toMatchObject({
      tallies: { for: 17, against: 0, abstain: 1 },
      notVoted: 3,
      verdict: { kind: 'approval', passed: true },
    })
  })
})

test('ballots on paper: 14 of 21 admit; an election of three out of five; both in the record', async ({
  browser,
  system,
}) => {
  const { chairApi, meetingId, idOf } = await gatherVoters(system)
  const tellerIds = ['dv13', 'dv12'].map(idOf)
  const secret = { method: 'paper', tellerIds }
  const admissionId = await chairApi.preparePoll(meetingId, { ...secret, matter: 'admission', title: ADMISSION })
  const options = ['An', 'Bình', 'Cường', 'Dung', 'Én'].map((label) => ({ optionId: crypto.randomUUID(), label }))
  const election = { ...secret, matter: 'election', title: ELECTION, options, maxChoices: 3 }
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system, { phone: true }),
  ] as const
  await withPeople(people, async (chair, teller, second, member) => {
    await Promise.all([
      chair.enterAs(numberOf('dv01'), meetingId, 'device-join-listen'),
      teller.enterAs(numberOf('dv13'), meetingId, 'device-join-listen'),
      second.enterAs(numberOf('dv12'), meetingId, 'device-join-listen'),
      // Exempt, and there: of the base.
      member.enterAs(numberOf('dv22'), meetingId, 'device-join-voice-only'),
    ])
    await chair.byId('meeting-open').click()
    await pollCard(chair, admissionId).getByTestId('poll-open').click()
    await chair.byId('poll-open-confirm').click()
    await expect(member.byId('poll-paper-line')).toContainText(ADMISSION)

    const enters = async (pollId: string, figures: readonly number[], tallies: readonly number[]) => {
      await teller.byId('teller-open').click()
      const form = teller.page.locator(`[data-testid=teller-count][data-poll-id="${pollId}"]`)
      for (const [index, name] of ['issued', 'returned', 'valid', 'invalid'].entries())
        await form.getByTestId(`paper-${name}`).fill(String(figures[index]))
      for (const [index, votes] of tallies.entries())
        await form.getByTestId('paper-option').nth(index).fill(String(votes))
    }
    await enters(admissionId, [15, 15, 15, 0], [14, 2])
    await expect(teller.byId('paper-send')).toBeDisabled()
    await teller.byId('paper-option').nth(1).fill('1')
    await findsNothing(teller, 'a teller’s figures')
    await teller.byId('paper-send').click()
    await expect(teller.byId('paper-entered')).toHaveAttribute('data-confirmed', 'false')
    await expect(teller.byId('paper-confirm')).toHaveCount(0)
    await second.byId('teller-open').click()
    await second.byId('paper-confirm').click()
    await expect(teller.byId('paper-entered')).toHaveAttribute('data-confirmed', 'true')
    await closesAndAnnounces(chair, admissionId)
    const verdict = member.byId('result-card').getByTestId('poll-verdict')
    await expect(verdict).toHaveAttribute('data-passed', 'true')
    await expect(verdict).toContainText('14/21 = 66,67%')
    await expect(member.byId('poll-paper-figures')).toContainText('15')
    await member.byId('result-close').click()

    // Five candidates, three seats: more than half of 21 is needed for each.
    const electionId = await chairApi.beginPoll(meetingId, election)
    for (const one of [teller, second]) await one.byId('result-close').click()
    await teller.byId('lead-close').click()
    await enters(electionId, [15, 15, 14, 1], [14, 12, 11, 3, 2])
    await teller.byId('paper-send').click()
    await second.byId('paper-confirm').click()
    await expect(second.byId('paper-entered')).toHaveAttribute('data-confirmed', 'true')
    await closesAndAnnounces(chair, electionId)
    const standings = member.byId('result-card').locator('[data-testid=poll-figures] [data-standing=elected]')
    await expect(standings).toHaveCount(3)
    expect((await chairApi.poll(meetingId, electionId))?.outcome?.verdict).toEqual({
      kind: 'election',
      elected: options.slice(0, 3).map(({ optionId }) => optionId),
      tied: [],
    })

    await chairApi.live('meeting.close', meetingId, {})
    await member.page.goto(`${system.url}/meetings/${meetingId}/record`)
    await expect(member.byId('record-poll')).toHaveCount(2)
    await expect(member.byId('record-poll').first().getByTestId('poll-verdict')).toContainText('66,67%')
    await expect(member.byId('record-chain')).toHaveAttribute('data-chain', 'intact')
    await findsNothing(member, 'votes in the record')
  })
})
