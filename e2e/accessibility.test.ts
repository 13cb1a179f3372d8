// No page has anything that axe finds fault with, on a desktop and on a phone.

import { MemberApi } from './support/api.ts'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'
import { oneSite } from './support/plan.ts'

for (const phone of [false, true]) {
  test(`axe finds nothing on a ${phone ? 'phone' : 'desktop'}`, async ({ browser, system }) => {
    const site = oneSite()
    const chairApi = await MemberApi.signIn(system, 'MAU-00001')
    const meetingId = await chairApi.schedule({ sites: [site], minutesSecretaryId: null })
    await withPeople([await Person.arrive(browser, system, { phone })], async (chair) => {
      await chair.page.goto(system.url)
      await expect(chair.byId('sign-in-submit')).toBeVisible()
      await findsNothing(chair, 'sign-in')
      await chair.signIn('MAU-00001', 'khong-phai-mat-khau')
      await expect(chair.byId('sign-in-error')).toBeVisible()
      await findsNothing(chair, 'sign-in refused')
      await chair.signIn('MAU-00001', system.password)
      await expect(chair.byId('meeting-card').first()).toBeVisible()
      await findsNothing(chair, 'my meetings')
      await chair.byId('report-absence').first().click()
      await expect(chair.byId('absence-reason')).toBeFocused()
      await findsNothing(chair, 'notice of absence')
      await chair.page.keyboard.press('Escape')
      await chair.page.goto(`${system.url}/meetings/${meetingId}/sites/${site.siteId}`)
      await chair.byId('site-code-toggle').click()
      await expect(chair.byId('site-digits')).toBeVisible()
      await findsNothing(chair, 'site')
      await chair.page.goto(`${system.url}/meetings/${meetingId}/check-in/${site.siteId}`)
      await expect(chair.byId('check-in-code')).toBeVisible()
      await findsNothing(chair, 'check-in')
      await chair.page.goto(`${system.url}/meetings/${meetingId}/join`)
      await expect(chair.byId('device-join')).toBeVisible()
      await findsNothing(chair, 'device check')

      await chair.byId('device-join').click()
      await chair.isConnected()
      await findsNothing(chair, 'room')
      await chair.byId('people-toggle').click()
      await expect(chair.byId('people-list')).toBeVisible()
      await findsNothing(chair, 'people list')
      await chair.byId('person-roll-call').first().click()
      await expect(chair.byId('person-now')).toBeVisible()
      await findsNothing(chair, 'roll call of one person')
      await chair.page.keyboard.press('Escape')
      await chair.byId('people-close').click()
      await chair.byId('desk-toggle').click()
      await expect(chair.byId('secretary-select')).toBeVisible()
      await findsNothing(chair, 'desk')
      await chair.byId('meeting-open').click()
      await chair.byId('agenda-next').click()
      await expect(chair.byId('quorum-confirm')).toBeVisible()
      await findsNothing(chair, 'desk of an open meeting')
      await chair.byId('meeting-close').click()
      await expect(chair.byId('meeting-close-cancel')).toBeFocused()
      await findsNothing(chair, 'closing dialog')
      await chair.byId('meeting-close-confirm').click()
      await expect(chair.byId('meeting-ended')).toBeVisible()
      await findsNothing(chair, 'meeting ended')
      await chair.byId('meeting-record').click()
      await expect(chair.byId('record-chain')).toHaveAttribute('data-chain', 'intact')
      await findsNothing(chair, 'record')
    })
  })
}
