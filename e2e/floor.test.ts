// The floor with six people: hands in their order, the chair calls, and nobody but the chair and whoever was called is heard; time runs in
// sight of all; everybody muted; somebody shown out with a reason and let in again; a named person called at a site.
import { MemberApi } from './support/api.ts'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { oneSite, shortAgenda } from './support/plan.ts'

const names = { phone: 'Phạm Thị Thử Nghiệm', member: 'Vũ Đức Mô Phỏng', seated: 'Bùi Văn Dữ Liệu' }
const REASON = 'Bật nhạc trong phòng, đã nhắc hai lần'

/** Waits until this listener hears exactly these of the speakers, while all of them talk. */
async function hears(listener: Person, speakers: Record<string, string>, heard: readonly string[]): Promise<void> {
  let before = await listener.stats()
  await expect
    .poll(
      async () => {
        const now = await listener.stats()
        // A voice that has been taken away fades within a moment; what is heard goes on to grow.
        const grown = Object.entries(speakers).filter(
          ([, id]) => (now[id]?.audioEnergy ?? 0) - (before[id]?.audioEnergy ?? 0) > 1e-4,
        )
        before = now
        return grown.map(([name]) => name).sort()
      },
      { timeout: 20_000, intervals: [500], message: `who is heard: ${heard.join(', ')}` },
    )
    .toEqual([...heard].sort())
}

test('granted, heard, ended, in order; muted, shown out, called at a site', async ({ browser, system }) => {
  // Six browsers on a machine that other tests use too.
  test.setTimeout(240_000)
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const [phoneId, memberId, seatedId, operatorId] = await Promise.all(
    ['MAU-00004', 'MAU-00005', 'MAU-00007', 'MAU-00010'].map(
      async (number) => (await MemberApi.signIn(system, number)).memberId,
    ),
  )
  if (!phoneId || !memberId || !seatedId || !operatorId) throw new Error('somebody has no account')
  const site = oneSite(operatorId)
  const meetingId = await chairApi.schedule({ agenda: shortAgenda().items, sites: [site] })
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system),
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
  ] as const
  const speakers = { chair: chairApi.memberId, phone: phoneId, member: memberId, site: operatorId }
  await withPeople(people, async (chair, secretary, phone, member, operator, absent) => {
    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    await chairApi.live('attendance.checkInAtSite', meetingId, {
      siteId: site.siteId,
      memberIds: [operatorId, seatedId],
    })
    await Promise.all([
      secretary.enterAs('MAU-00014', meetingId, 'device-join-voice-only'),
      phone.enterAs('MAU-00004', meetingId, 'device-join-voice-only'),
      member.enterAs('MAU-00005', meetingId, 'device-join-voice-only'),
      operator.enterAs('MAU-00010', meetingId, 'device-join-voice-only'),
    ])
    await absent.signIn('MAU-00018')
    await expect(absent.byId('sign-out')).toBeVisible()
    await absent.page.goto(`${system.url}/meetings/${meetingId}/follow`)

    await test.step('from the opening on only the chair is heard', async () => {
      await expect(phone.byId('hand-toggle')).toBeDisabled()
      await expect(phone.byId('mute-toggle')).toHaveAttribute('data-held', 'false')
      await secretary.byId('mute-toggle').click()
      await chair.byId('meeting-open').click()
      for (const person of [phone, member, operator])
        await expect(person.byId('mute-toggle')).toHaveAttribute('data-held', 'true')
      await expect(chair.byId('mute-toggle')).toHaveAttribute('data-held', 'false')
      await hears(secretary, speakers, ['chair'])
    })

    await test.step('hands stand in their order, and the chair changes it', async () => {
      await phone.byId('mute-toggle').click()
      await phone.byId('not-heard-raise').click()
      await expect(phone.byId('hand-toggle')).toHaveAttribute('data-hand', 'up')
      await phone.byId('not-heard-close').click()
      await member.doubleClick(member.byId('hand-toggle'))
      await expect(member.byId('hand-place')).toHaveAttribute('data-place', '2')
      await operator.byId('site-toggle').click()
      await operator.byId('hand-for-person').filter({ hasText: names.seated }).getByTestId('hand-for-act').click()
      await expect(chair.byId('queue-line')).toHaveCount(3)
      await secretary.byId('floor-queue-toggle').click()
      const queue = secretary.byId('floor-queue').getByTestId('queue-name')
      await expect(queue).toContainText([names.phone, names.member, names.seated])
      await chair.byId('queue-arrange').click()
      await chair.byId('queue-top').nth(2).click()
      await expect(chair.byId('queue-line').first()).toContainText(names.seated)
      await chair.byId('queue-down').nth(1).click()
      await expect(chair.byId('queue-line').nth(1)).toContainText(names.member)
      await chair.byId('queue-arrange').click()
      await expect(phone.byId('hand-place')).toHaveAttribute('data-place', '3')
      await expect(queue).toContainText([names.seated, names.member, names.phone])
      await findsNothing(chair, 'desk with the queue')
    })

    await test.step('a named person is called at the site, and heard over its microphone', async () => {
      await chair.byId('speech-limit-180').check()
      await chair.byId('queue-call').first().click()
      await expect(secretary.byId('floor-now')).toContainText(names.seated)
      await expect(secretary.byId('floor-now')).toContainText(site.name)
      await expect(operator.byId('hand-for-person').filter({ hasText: names.seated })).toHaveAttribute(
        'data-state',
        'speaking',
      )
      await hears(secretary, speakers, ['chair', 'site'])
      const left = async () => Number(await secretary.byId('speech-clock').first().getAttribute('data-seconds'))
      const first = await left()
      expect(first).toBeLessThanOrEqual(180)
      await expect.poll(left).toBeLessThan(first)
      await expect(absent.byId('follow-speaking')).toHaveAttribute('data-speaking', 'true')
    })

    await test.step('called on a phone: heard only now, ended by the speaker', async () => {
      await chair.byId('speech-end').click()
      // Else they would be the fourth who talks, on open floor.
      await operator.byId('mute-toggle').click()
      await operator.byId('not-heard-sound').click()
      await operator.byId('not-heard-close').click()
      await expect(secretary.byId('floor-now')).toHaveAttribute('data-member-id', '')
      await chair.byId('chair-queue').getByTestId('queue-call').nth(1).click()
      await expect(phone.byId('own-call')).toHaveAttribute('data-muted', 'false')
      await expect(phone.byId('speech-clock')).toHaveAttribute('data-stage', 'running')
      await hears(secretary, speakers, ['chair', 'phone'])
      await phone.byId('speech-end-own').click()
      await expect(phone.byId('own-call')).toHaveCount(0)
      await hears(secretary, speakers, ['chair'])
    })

    await test.step('everybody is muted but the chair and whoever has the floor', async () => {
      await chair.doubleClick(chair.byId('queue-call').first())
      await expect(member.byId('own-call')).toBeVisible()
      await chair.byId('speech-limit-now-none').click()
      await expect(member.byId('speech-clock')).toHaveAttribute('data-stage', 'free')
      await chair.byId('floor-mode-open').click()
      await hears(secretary, speakers, ['chair', 'member', 'phone'].sort())
      await chair.byId('mute-all').click()
      await expect(phone.byId('own-silenced')).toBeVisible()
      await expect(phone.byId('mute-toggle')).toHaveAttribute('data-muted', 'true')
      await hears(secretary, speakers, ['chair', 'member'])
      await expect(member.byId('mute-toggle')).toHaveAttribute('data-muted', 'false')
      await phone.byId('own-silenced-unmute').click()
      await hears(secretary, speakers, ['chair', 'member', 'phone'])
      await chair.byId('floor-mode-chaired').click()
      await hears(secretary, speakers, ['chair', 'member'])
    })

    await test.step('shown out with a reason, and let in again', async () => {
      await chair.byId('people-toggle').click()
      const row = chair.page.locator('[data-testid=person-row]', { hasText: names.member })
      await row.getByTestId('person-floor').click()
      await chair.byId('person-remove').click()
      await chair.byId('remove-confirm').click()
      await expect(chair.byId('remove-reason')).toHaveAttribute('aria-invalid', 'true')
      await chair.byId('remove-reason').fill(REASON)
      await chair.byId('remove-confirm').click()
      await expect(member.byId('shown-out-reason')).toContainText(REASON)
      await expect(secretary.byId('floor-now')).toHaveCount(0)
      await hears(secretary, speakers, ['chair'])
      await row.getByTestId('person-readmit').click()
      await member.byId('back-in').click()
      await member.isConnected()
      await expect(row).toHaveAttribute('data-presence', 'present')
      await expect(member.byId('mute-toggle')).toHaveAttribute('data-held', 'true')
    })

    const granted = (await chairApi.eventTypes(meetingId)).filter((type) => type === 'floor.granted')
    expect(granted).toHaveLength(3)
  })
})
