// Takes the pictures of the branch's list: the list, a member, the form of an exemption with its errors, the rules; on desktop and phone.
import path from 'node:path'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`the branch's list on a ${size}`, async ({ browser, system }) => {
    await withPeople([await Person.arrive(browser, system, { phone })], async (secretary) => {
      const shoot = (name: string, fullPage = false) =>
        secretary.page.screenshot({ path: path.join(images, `${name}-${size}.png`), animations: 'disabled', fullPage })
      await secretary.signIn('MAU-00001')
      await secretary.byId('members-link').click()
      await expect(secretary.byId('member-row')).toHaveCount(25)
      await shoot('members')
      await secretary.byId('members-rules').locator('summary').click()
      await shoot('members-whole', true)
      await secretary.byId('members-search').fill('quach')
      await expect(secretary.byId('member-row')).toHaveCount(1)
      await shoot('members-search')
      await secretary.byId('member-name').click()
      await expect(secretary.byId('member-now')).toBeVisible()
      await secretary.page.keyboard.press('Home')
      await shoot('member', true)
      await secretary.byId('member-set-standing').click()
      await expect(secretary.byId('member-form-means')).toBeVisible()
      await secretary.byId('member-form-submit').click()
      await expect(secretary.byId('member-field-decision-number')).toBeFocused()
      await shoot('member-standing')
    })
  })
}
