// Takes the pictures of leading votes: prepared at home, opened and followed on the desk, hands counted at a site, ballots by two tellers.
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { atSite, numberOf, sample } from '../support/sample.ts'
import { startSystem } from '../support/system.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`leading votes on a ${size}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const system = await startSystem()
    const shoot = (person: Person, name: string, fullPage = false) =>
      person.page.screenshot({ path: path.join(images, `votes-${name}-${size}.png`), animations: 'disabled', fullPage })
    try {
      const chairApi = await MemberApi.signIn(system, numberOf('dv01'))
      const meetingId = await chairApi.schedule()
      const { plan, roll } = (await chairApi.meeting(meetingId)).state.everyone.meeting as unknown as {
        plan: { sites: { siteId: string }[]; agenda: { itemId: string; kind: string }[] }
        roll: { members: { memberId: string; name: string }[] }
      }
      const siteId = plan.sites[0]?.siteId ?? ''
      const nameOf = (who: string) => sample.dang_vien.find(({ id }) => id === who)?.ho_ten.normalize('NFC')
      const idOf = (who: string) => roll.members.find(({ name }) => name === nameOf(who))?.memberId ?? ''
      const memberIds = atSite.map(({ id }) => idOf(id))
      const people = [
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
      ] as const
      // Dialogs stand at once.
      for (const { page } of people) {
        page.setDefaultTimeout(15_000)
        await page.emulateMedia({ reducedMotion: 'reduce' })
      }
      await withPeople(people, async (chair, operator, teller) => {
        await chair.signIn(numberOf('dv01'))
        await expect(chair.byId('sign-out')).toBeVisible()
        await chair.page.goto(`${system.url}/meetings/${meetingId}/prepare`)
        await chair.byId('prepare-polls').scrollIntoViewIfNeeded()
        await shoot(chair, 'prepare')
        await chair.byId('poll-prepare').click()
        await chair.byId('poll-title').fill('Bầu chi ủy nhiệm kỳ 2025-2030')
        await chair.byId('poll-matter').selectOption('election')
        await chair.byId('poll-option').nth(0).fill('Nguyễn Văn An')
        await chair.byId('poll-option').nth(1).fill('Trần Thị Bình')
        await shoot(chair, 'form-election')
        await chair.byId('poll-teller-search').fill('thi')
        await chair.byId('poll-teller-add').first().click()
        await chair.byId('poll-teller-search').fill('van')
        await chair.byId('poll-save').click()
        await expect(chair.byId('poll-tellers-error')).toBeVisible()
        await chair.byId('poll-tellers').scrollIntoViewIfNeeded()
        await shoot(chair, 'form-tellers')
        await chair.byId('poll-teller-add').first().click()
        await chair.byId('poll-save').click()
        await expect(chair.byId('poll-card')).toHaveCount(1)
        await shoot(chair, 'prepared')

        await chairApi.live('attendance.checkInAtSite', meetingId, { siteId, memberIds })
        await chair.enterMeeting(meetingId, 'device-join-listen')
        await chair.byId('meeting-open').click()
        const item = plan.agenda.find(({ kind }) => kind === 'admission' || kind === 'vote')
        await chairApi.live('agenda.start', meetingId, { itemId: item?.itemId })
        if (phone) await chair.byId('desk-toggle').click()
        await expect(chair.byId('desk-polls')).toBeVisible()
        await shoot(chair, 'desk-suggested')
        await chair.byId('poll-prepare').click()
        await chair.byId('poll-matter').selectOption('resolution')
        await chair.byId('poll-title').fill('Thông qua Nghị quyết lãnh đạo thực hiện nhiệm vụ tháng 11/2026')
        await shoot(chair, 'form')
        await chair.byId('poll-save').click()
        await chair.page
          .locator('[data-testid=poll-card]', { hasText: 'Thông qua Nghị quyết' })
          .getByTestId('poll-open')
          .click()
        await expect(chair.byId('poll-open-confirm')).toBeVisible()
        await shoot(chair, 'open')

        await operator.signIn(numberOf('dv14'))
        await expect(operator.byId('sign-out')).toBeVisible()
        await operator.page.goto(`${system.url}/meetings/${meetingId}/sites/${siteId}`)
        await expect(operator.byId('site-person').first()).toBeVisible()
        await chair.byId('poll-open-confirm').click()
        await expect(operator.byId('hands-may-vote')).toBeVisible()
        await shoot(operator, 'hands')
        await shoot(chair, 'opened')
        if (await chair.byId('poll-sheet').isVisible()) await chair.byId('poll-make-small').click()
        await expect(chair.byId('poll-voted')).toBeVisible()
        await shoot(chair, 'running')
        await chair.byId('poll-close').click()
        await shoot(chair, 'close')
        await chair.byId('poll-close-back').click()
        await operator.page.locator('[data-option-id=against]').getByTestId('hands-more').click()
        await operator.byId('hands-rest').click()
        await operator.page.locator('[data-option-id=abstain]').getByTestId('hands-more').click()
        await operator.byId('hands-sum').scrollIntoViewIfNeeded()
        await shoot(operator, 'hands-over')
        await operator.byId('hands-rest').click()
        await operator.byId('hands-send').click()
        await expect(operator.byId('hands-sent')).toBeVisible()
        await chairApi.live('attendance.checkOutAtSite', meetingId, { siteId, memberIds: memberIds.slice(0, 1) })
        await expect(operator.byId('hands-stale')).toBeVisible()
        await operator.byId('site-hands').scrollIntoViewIfNeeded()
        await shoot(operator, 'hands-stale')
        await expect(chair.byId('poll-site')).toHaveAttribute('data-state', 'stale')
        await shoot(chair, 'running-stale')
        await operator.byId('hands-rest').click()
        await operator.byId('hands-send').click()
        await expect(chair.byId('poll-site')).toHaveAttribute('data-state', 'counted')
        await chair.byId('poll-close').click()
        await chair.byId('poll-close-confirm').click()
        await expect(chair.byId('poll-announce')).toBeVisible()
        await expect(chair.byId('poll-result').first()).toBeVisible()
        await shoot(chair, 'closed')
        await chair.byId('poll-announce').click()
        if (await chair.byId('result-close').isVisible()) await chair.byId('result-close').click()

        // On paper, two tellers.
        await chairApi.live('attendance.checkInAtSite', meetingId, { siteId, memberIds: memberIds.slice(0, 1) })
        await teller.enterAs(numberOf('dv13'), meetingId, 'device-join-listen')
        const pollId = await chairApi.preparePoll(meetingId, {
          matter: 'admission',
          method: 'paper',
          title: 'Xét, đề nghị kết nạp quần chúng ưu tú Lò Thị Bắt Đầu',
          tellerIds: [idOf('dv13'), idOf('dv12')],
        })
        await chairApi.live('voting.open', meetingId, { pollId, basedOn: 1 })
        await expect(teller.byId('teller-open')).toBeVisible()
        await shoot(teller, 'teller-duty')
        await teller.byId('teller-open').click()
        for (const [name, count] of [
          ['issued', '15'],
          ['returned', '15'],
          ['valid', '14'],
          ['invalid', '0'],
        ])
          await teller.byId(`paper-${name}`).fill(count ?? '')
        await teller.byId('paper-option').nth(0).fill('14')
        await teller.byId('paper-option').nth(1).fill('1')
        await shoot(teller, 'teller-wrong')
        await teller.byId('paper-valid').fill('15')
        await teller.byId('paper-send').click()
        await expect(teller.byId('paper-entered')).toBeVisible()
        await shoot(teller, 'teller-entered')
        await expect(chair.byId('paper-state')).toHaveAttribute('data-state', 'entered')
        await shoot(chair, 'paper-running')
        if (!phone) {
          const secondApi = await MemberApi.signIn(system, numberOf('dv12'))
          await secondApi.live('voting.confirmPaperCount', meetingId, { pollId, revision: 1 })
          await operator.byId('site-enter-room').click()
          await operator.byId('device-join').click()
          await operator.isConnected()
          await chairApi.live('voting.close', meetingId, { pollId, leaveOut: [] })
          await chairApi.beginPoll(meetingId, { title: 'Thông qua điểm tự chấm', matter: 'scoring' })
          await expect(operator.byId('site-duty')).toBeVisible()
          await shoot(operator, 'hall')
          await operator.byId('site-duty-open').click()
          await expect(operator.byId('hands-may-vote')).toBeVisible()
          await shoot(operator, 'hall-panel')
        }
      })
    } finally {
      await system.stop()
    }
  })
}
