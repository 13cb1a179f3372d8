// Takes the pictures of docs/images: sign-in, device check, a room of three, the people list and the closed meeting, on desktop and phone.
import path from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'
import { startSystem } from '../support/system.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`the pages on a ${size}`, async ({ browser }) => {
    const system = await startSystem()
    const shoot = (person: Person, name: string) =>
      person.page.screenshot({ path: path.join(images, `${name}-${size}.png`), animations: 'disabled' })
    try {
      const people: [Person, Person, Person] = [
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
      ]
      await withPeople(people, async (chair, secretary, member) => {
        await chair.page.goto(system.url)
        await expect(chair.byId('sign-in-submit')).toBeVisible()
        await shoot(chair, 'sign-in')
        await chair.byId('sign-in-member-number').fill('MAU-00001')
        await chair.byId('sign-in-password').fill('khong-phai-mat-khau')
        await chair.byId('sign-in-submit').click()
        await expect(chair.byId('sign-in-error')).toBeVisible()
        await shoot(chair, 'sign-in-wrong')

        await chair.signIn('MAU-00001')
        await expect(chair.byId('meeting-join').first()).toBeVisible()
        await shoot(chair, 'meetings')
        await chair.byId('meeting-join').first().click()
        await expect(chair.byId('device-camera-preview')).toBeVisible()
        await expect(chair.byId('device-join')).toBeEnabled()
        await shoot(chair, 'device-check')
        await chair.byId('device-join').click()
        await chair.isConnected()
        await secretary.join('MAU-00014')
        await member.join('MAU-00004')
        await chair.hearsAndSees(2)
        await chair.byId('meeting-open').click()
        await expect(chair.byId('meeting-status')).toHaveAttribute('data-status', 'open')
        await shoot(chair, 'room-chair')
        await member.hearsAndSees(2)
        await shoot(member, 'room')
        await chair.byId('people-toggle').click()
        await expect(chair.byId('people-list')).toBeVisible()
        await shoot(chair, 'people-list')
        if (phone) await chair.byId('people-close').click()
        await system.signaling.kill9()
        await expect(member.byId('connection-state')).toHaveAttribute('data-state', 'reconnecting')
        await shoot(member, 'reconnecting')
        await system.signaling.start()
        await chair.isConnected()
        await member.isConnected()
        await chair.byId('meeting-close').click()
        await expect(chair.byId('meeting-close-confirm')).toBeVisible()
        await shoot(chair, 'close-meeting')
        await chair.byId('meeting-close-confirm').click()
        await expect(member.byId('meeting-ended')).toBeVisible()
        await shoot(member, 'meeting-ended')
        await secretary.page.goto(system.url)
        await secretary.byId('meeting-record').first().click()
        await expect(secretary.byId('record-chain')).toHaveAttribute('data-chain', 'intact')
        await shoot(secretary, 'record')
        await secretary.page.screenshot({ path: path.join(images, `record-whole-${size}.png`), fullPage: true })
      })
    } finally {
      await system.stop()
    }
  })
}
