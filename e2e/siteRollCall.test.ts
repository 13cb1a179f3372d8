// The roll call at a site: ticked by the operator, scanned and typed with an own phone, one place at a time, set right with a reason.
import { randomUUID } from 'node:crypto'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { oneSite, shortAgenda } from './support/plan.ts'
import { readQrCode } from './support/qrCode.ts'

test('ticked, scanned, typed, moved and corrected: everybody is counted once', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const operatorApi = await MemberApi.signIn(system, 'MAU-00013')
  const phoneApi = await MemberApi.signIn(system, 'MAU-00004')
  const typistApi = await MemberApi.signIn(system, 'MAU-00006')
  const site = oneSite(operatorApi.memberId)
  const meetingId = await chairApi.schedule({
    agenda: shortAgenda().items,
    sites: [site],
    minutesSecretaryId: operatorApi.memberId,
  })
  const people = [
    await Person.arrive(browser, system),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system, { phone: true }),
    await Person.arrive(browser, system, { phone: true }),
  ] as const
  await withPeople(people, async (chair, operator, phone, typist) => {
    await chair.enterAs('MAU-00001', meetingId, 'device-join-voice-only')
    await chair.byId('meeting-open').click()

    // Without entering the room, without a camera: five taps, and one of them a slip.
    await operator.signIn('MAU-00013')
    await expect(operator.byId('sign-out')).toBeVisible()
    await operator.page.goto(`${system.url}/meetings/${meetingId}/sites/${site.siteId}`)
    const person = (name: string) => operator.page.locator('[data-testid=site-person]', { hasText: name })
    for (const name of ['Lê Quang', 'Vũ Đức', 'Bùi Văn', 'Hoàng Thị', 'Đỗ Hữu']) await person(name).click()
    await expect(operator.byId('site-count')).toHaveText('5')
    await person('Đỗ Hữu').click()
    await expect(person('Đỗ Hữu')).toHaveAttribute('data-here', 'false')
    await operator.byId('site-undo').click()
    await expect(person('Đỗ Hữu')).toHaveAttribute('data-here', 'true')
    await operator.byId('site-search').fill('duong')
    await expect(operator.byId('site-person')).toHaveCount(1)
    await operator.byId('site-search').fill('')
    expect(await operatorApi.intervals(meetingId, operatorApi.memberId)).toEqual([])

    // The network goes and comes back: nobody is lost.
    await operator.context.setOffline(true)
    await person('Ngô Thị').click()
    await expect(operator.byId('site-waiting')).toBeVisible()
    await operator.context.setOffline(false)
    await expect(operator.byId('site-count')).toHaveText('6')
    await expect(operator.byId('site-waiting')).toHaveCount(0)

    // A phone scans: signing in leads back to the code.
    await operator.byId('site-code-toggle').click()
    const code = async () => {
      await expect(operator.byId('site-code')).toHaveAttribute('data-code', /^\d{6}$/)
      return (await operator.byId('site-code').getAttribute('data-code')) ?? ''
    }
    // The code changes in time, also between two looks at the screen: what the picture says is one of the two around it.
    const [before, address, after] = [
      await code(),
      await readQrCode(operator.page.getByRole('img', { name: site.name })),
      await code(),
    ]
    expect(
      [before, after].map((shown) => `${system.url}/meetings/${meetingId}/check-in/${site.siteId}#${shown}`),
    ).toContain(address)
    await phone.page.goto(address)
    await phone.byId('sign-in-member-number').fill('MAU-00004')
    await phone.byId('sign-in-password').fill(system.password)
    await phone.byId('sign-in-submit').click()
    await expect(phone.byId('check-in-done')).toContainText(site.name)
    await expect(person('Phạm Thị')).toHaveAttribute('data-here', 'true')
    await expect(operator.byId('site-count')).toHaveText('7')

    // Another types it, first a wrong one.
    await typist.signIn('MAU-00006')
    await expect(typist.byId('sign-out')).toBeVisible()
    await typist.page.goto(`${system.url}/meetings/${meetingId}/check-in/${site.siteId}`)
    const right = await code()
    await typist.byId('check-in-code').fill(right === '000000' ? '111111' : '000000')
    await typist.byId('check-in-submit').click()
    await expect(typist.byId('check-in-refused')).toBeVisible()
    await typist.byId('check-in-code').fill(await code())
    await typist.byId('check-in-submit').click()
    await expect(typist.byId('check-in-done')).toBeVisible()
    await expect(chair.byId('people-toggle')).toContainText('9')

    // Into the room with the own phone: no camera is asked for, no sound is offered, counted once.
    await phone.page.goto(`${system.url}/meetings/${meetingId}/join`)
    await expect(phone.byId('companion')).toContainText(site.name)
    await expect(phone.byId('device-camera-preview')).toHaveCount(0)
    await phone.byId('device-join-listen').click()
    await phone.isConnected()
    await expect(phone.byId('companion')).toBeVisible()
    await expect(phone.byId('mute-toggle')).toHaveCount(0)
    await expect(chair.byId('people-toggle')).toContainText('9')

    // Home, and goes on from there: one place after the other.
    await person('Phạm Thị').click()
    await expect(phone.byId('mute-toggle')).toBeVisible({ timeout: 20_000 })
    await expect(chair.byId('people-toggle')).toContainText('9')
    const places = async () =>
      (await phoneApi.intervals(meetingId, phoneApi.memberId)).map(({ endedAt }) => endedAt === null)
    await expect.poll(places).toEqual([false, true])
    await person('Phạm Thị').click()
    await expect(phone.byId('companion')).toBeVisible()
    await expect(chair.byId('people-toggle')).toContainText('9')

    // Whoever runs the site speaks for it: counted there, and heard in the room when one of those there is called.
    await person('Phan Văn').click()
    await expect(person('Phan Văn')).toHaveAttribute('data-here', 'true')
    // Known to the server: a tap waits a moment for others, and with the page it would wait for the next one.
    await expect(person('Phan Văn')).toHaveAttribute('data-pending', '')
    await operator.enterMeeting(meetingId, 'device-join-voice-only')
    await expect(operator.byId('mute-toggle')).toBeVisible()
    await chair.hearsAndSees(0)
    const grant = { speechId: randomUUID(), memberId: typistApi.memberId, limitSeconds: null }
    await chairApi.live('floor.grant', meetingId, grant)
    await chair.hearsAndSees(1, { seen: 0 })

    // The minutes secretary sets a line right, with a reason that everybody can read.
    await operator.byId('people-toggle').click()
    await expect(operator.byId('count-present')).toHaveText('10')
    const row = operator.page.locator('[data-testid=person-row]', { hasText: 'Đặng Thị' })
    await row.getByTestId('person-roll-call').click()
    await operator.byId('correct').click()
    await operator.byId('correct-place').selectOption('absent')
    await operator.byId('correct-submit').click()
    await expect(operator.byId('correction')).toHaveCount(0)
    await operator.byId('correct-reason').fill('Quét mã hộ, không có mặt')
    await operator.byId('correct-submit').click()
    await expect(operator.byId('person-now')).toContainText('Chưa vào phòng')
    await operator.page.keyboard.press('Escape')
    await expect(operator.byId('count-present')).toHaveText('9')
    await chair.byId('people-toggle').click()
    await expect(chair.byId('correction')).toContainText('Quét mã hộ')
    await expect.poll(() => typistApi.intervals(meetingId, typistApi.memberId)).toEqual([])
  })
})
