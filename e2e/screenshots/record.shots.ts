// Takes the pictures of who spoke, in the record: several on one item, one at the site, one who was shown out.
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { oneSite, shortAgenda } from '../support/plan.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`who spoke, on a ${size}`, async ({ browser, system }) => {
    const chair = await MemberApi.signIn(system, 'MAU-00001')
    const speakers = await Promise.all(
      ['MAU-00004', 'MAU-00006', 'MAU-00009'].map((number) => MemberApi.signIn(system, number)),
    )
    const memberIds = speakers.map(({ memberId }) => memberId)
    const site = oneSite()
    const { items, opening, report } = shortAgenda()
    const meetingId = await chair.schedule({ agenda: items, sites: [site] })
    await chair.live('attendance.checkInAtSite', meetingId, { siteId: site.siteId, memberIds })
    await chair.live('meeting.open', meetingId, {})
    const speak = async (memberId: string | undefined) => {
      const speechId = randomUUID()
      await chair.live('floor.grant', meetingId, { speechId, memberId, limitSeconds: null })
      await chair.live('floor.end', meetingId, { speechId })
    }
    await chair.live('agenda.start', meetingId, { itemId: opening.itemId })
    await speak(memberIds[0])
    await chair.live('agenda.start', meetingId, { itemId: report.itemId })
    for (const memberId of [memberIds[1], memberIds[0], memberIds[1]]) await speak(memberId)
    await chair.live('attendance.remove', meetingId, { memberId: memberIds[2], reason: 'Gây mất trật tự' })
    await chair.live('meeting.close', meetingId, {})

    const reader = await Person.arrive(browser, system, { phone })
    await withPeople([reader] as const, async (person) => {
      await person.signIn('MAU-00005')
      await expect(person.byId('sign-out')).toBeVisible()
      await person.page.goto(`${system.url}/meetings/${meetingId}/record`)
      await expect(person.byId('record-speech')).toHaveCount(3)
      await person
        .byId('record-speeches')
        .first()
        .evaluate((part) => part.scrollIntoView({ block: 'center' }))
      await person.page.screenshot({ path: path.join(images, `record-speeches-${size}.png`), animations: 'disabled' })
    })
  })
}
