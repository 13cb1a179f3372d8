// Takes the pictures of the papers: posting with refusals, the list, a PDF and a Word file being read, in the room, who has opened what.
import path from 'node:path'
import { MemberApi } from '../support/api.ts'
import { expect, test } from '../support/fixtures.ts'
import { reportPdf, resolutionDocx, secretPdf, wrongPdf } from '../support/papers.ts'
import { Person, withPeople } from '../support/person.ts'
import { startSystem } from '../support/system.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  test(`papers on a ${size}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const system = await startSystem()
    const shoot = (person: Person, name: string) =>
      person.page.screenshot({ path: path.join(images, `${name}-${size}.png`), animations: 'disabled' })
    // Which of two files arrives first is chance.
    const paper = (person: Person, name: string) => person.page.locator('[data-testid=document]', { hasText: name })
    try {
      const chairApi = await MemberApi.signIn(system, 'MAU-00001')
      const meetingId = await chairApi.schedule({ documentsPostedAt: null })
      const people = [
        await Person.arrive(browser, system, { phone }),
        await Person.arrive(browser, system, { phone }),
      ] as const
      for (const { page } of people) await page.emulateMedia({ reducedMotion: 'reduce' })
      await withPeople(people, async (chair, member) => {
        await chair.signIn('MAU-00001')
        await expect(chair.byId('sign-out')).toBeVisible()
        await chair.page.goto(`${system.url}/meetings/${meetingId}/prepare`)
        await expect(chair.byId('document-choose')).toBeVisible()
        await chair.byId('prepare-go-to-field').first().scrollIntoViewIfNeeded()
        await chair.byId('document-secret-notice').evaluate((notice) => notice.scrollIntoView({ block: 'center' }))
        await shoot(chair, 'documents-choose')
        await chair.byId('document-item').selectOption({ index: 4 })
        await chair.byId('document-files').setInputFiles([wrongPdf(), await secretPdf(browser)])
        await expect(chair.byId('upload-refused')).toHaveCount(2)
        await chair.byId('document-item').selectOption({ index: 0 })
        await chair.byId('document-files').setInputFiles([await reportPdf(browser), resolutionDocx()])
        await expect(chair.page.locator('[data-testid=upload][data-state=done]')).toHaveCount(2)
        await chair.byId('document-item').evaluate((select) => select.scrollIntoView({ block: 'start' }))
        await shoot(chair, 'documents-refused')

        await member.signIn('MAU-00016')
        await expect(member.byId('sign-out')).toBeVisible()
        await member.page.goto(`${system.url}/meetings/${meetingId}/notice`)
        await member.byId('notice-documents').scrollIntoViewIfNeeded()
        await expect(member.byId('document')).toHaveCount(2)
        await member.byId('notice-documents').evaluate((list) => list.scrollIntoView({ block: 'center' }))
        await shoot(member, 'documents-notice')
        await paper(member, 'Báo cáo').getByTestId('document-read').click()
        await expect(member.page.locator('[data-page="1"][data-drawn=true]')).toBeVisible()
        await shoot(member, 'documents-pdf')
        await member.byId('reader-bigger').click()
        await member.byId('reader-bigger').click()
        await expect(member.page.locator('[data-page="1"][data-drawn=true]')).toBeVisible()
        await shoot(member, 'documents-pdf-bigger')
        await member.byId('reader-smaller').click()
        await member.byId('reader-smaller').click()
        await member.byId('reader-close').click()
        await paper(member, 'Dự thảo').getByTestId('document-read').click()
        await expect(member.byId('reader-text')).toBeVisible()
        await shoot(member, 'documents-word')

        await chair.page.goto(`${system.url}/meetings/${meetingId}/notice`)
        await expect(paper(chair, 'Báo cáo').getByTestId('document-openings')).toHaveAttribute('data-count', '1')
        await paper(chair, 'Báo cáo').getByTestId('document-openings').click()
        await chair.byId('notice-documents').evaluate((list) => list.scrollIntoView({ block: 'start' }))
        await shoot(chair, 'documents-openers')
        await paper(chair, 'Báo cáo').getByTestId('document-withdraw').click()
        await expect(chair.byId('document-withdraw-reason')).toBeVisible()
        await shoot(chair, 'documents-withdraw')
        await chair.page.keyboard.press('Escape')

        await member.page.goto(`${system.url}/`)
        await member.enterMeeting(meetingId)
        await member.byId('documents-toggle').click()
        await expect(member.byId('document')).toHaveCount(2)
        await shoot(member, 'documents-room')
        await paper(member, 'Báo cáo').getByTestId('document-read').click()
        await expect(member.page.locator('[data-page="1"][data-drawn=true]')).toBeVisible()
        await shoot(member, 'documents-room-reading')
      })
    } finally {
      await system.stop()
    }
  })
}
