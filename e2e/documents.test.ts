// Papers of a meeting: posted by the branch secretary, read on a phone with the reader's own name across them, seen to be read, taken back.
import { MemberApi } from './support/api.ts'
import { findsNothing } from './support/axe.ts'
import { expect, test } from './support/fixtures.ts'
import { reportPdf, resolutionDocx, secretPdf, wrongPdf } from './support/papers.ts'
import { Person, withPeople } from './support/person.ts'

/** How many of the page's points are dark: words are really drawn there. */
const darkPoints = (person: Person): Promise<number> =>
  person.page.locator('[data-testid=reader-pdf-page][data-page="1"] canvas').evaluate((canvas) => {
    const { width, height } = canvas as HTMLCanvasElement
    const points = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data ?? []
    let dark = 0
    for (let at = 0; at < points.length; at += 4) if ((points[at] ?? 255) < 90 && (points[at + 3] ?? 0) > 200) dark += 1
    return dark
  })

/** pdf.js is loaded and started first. */
const isDrawn = (person: Person, page: number): Promise<void> =>
  expect(person.page.locator(`[data-page="${page}"][data-drawn=true]`)).toBeVisible({ timeout: 40_000 })

test('posted, read on a phone, seen to be read, taken back', async ({ browser, system }) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule({ documentsPostedAt: null })
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system, { phone: true })] as const
  await withPeople(people, async (secretary, member) => {
    await secretary.signIn('MAU-00001')
    await expect(secretary.byId('sign-out')).toBeVisible()
    await secretary.page.goto(`${system.url}/meetings/${meetingId}/prepare`)
    await expect(secretary.page.locator('[data-finding=documentsMissing]')).toBeVisible()
    await expect(secretary.byId('document-secret-notice')).toContainText('TUYỆT MẬT')
    await secretary.byId('document-item').selectOption({ index: 3 })
    const papers = [await reportPdf(browser), resolutionDocx(), wrongPdf(), await secretPdf(browser)]
    await secretary.byId('document-files').setInputFiles(papers)
    const upload = (name: string) => secretary.page.locator('[data-testid=upload]', { hasText: name })
    await expect(upload('Báo cáo tháng 11.pdf')).toHaveAttribute('data-state', 'done')
    await expect(upload('Dự thảo nghị quyết.docx')).toHaveAttribute('data-state', 'done')
    await expect(upload('Thông báo.pdf').locator('[data-code=DOCUMENT_TYPE_WRONG]')).toBeVisible()
    await expect(upload('MẬT - Danh sách.pdf').locator('[data-code=DOCUMENT_MARKED_SECRET]')).toBeVisible()
    await expect(secretary.byId('document')).toHaveCount(2)
    await expect(secretary.page.locator('[data-finding=documentsMissing]')).toHaveCount(0)
    await findsNothing(secretary, 'posting documents')
    await secretary.context.setOffline(true)
    await secretary.byId('document-files').setInputFiles([resolutionDocx('Danh sách.docx')])
    await expect(upload('Danh sách.docx')).toHaveAttribute('data-state', 'silent')
    await secretary.context.setOffline(false)
    await expect(upload('Danh sách.docx')).toHaveAttribute('data-state', 'done')
    await expect(secretary.byId('document')).toHaveCount(3)

    await member.signIn('MAU-00016')
    await expect(member.byId('sign-out')).toBeVisible()
    await member.page.goto(`${system.url}/meetings/${meetingId}/notice`)
    await expect(member.byId('document-upload')).toHaveCount(0)
    const row = (name: string) => member.page.locator('[data-testid=document]', { hasText: name })
    await expect(row('Báo cáo tháng 11.pdf')).toContainText('3 trang')
    await row('Báo cáo tháng 11.pdf').getByTestId('document-read').click()
    await isDrawn(member, 1)
    expect(await darkPoints(member)).toBeGreaterThan(500)
    const { name } = (
      (await (
        await member.page.request.post(`${system.url}/api/v1/auth/login`, {
          data: { memberNumber: 'MAU-00016', password: system.password },
        })
      ).json()) as { member: { name: string } }
    ).member
    await expect(member.byId('document-watermark').first()).toContainText(`${name} · MAU-00016`)
    await expect(member.byId('reader-page')).toHaveAttribute('data-pages', '3')
    await member.byId('reader-next').click()
    await expect(member.byId('reader-page')).toHaveAttribute('data-page', '2')
    await member.byId('reader-bigger').click()
    await isDrawn(member, 2)
    const screen = await member.page.evaluate(() => document.documentElement.scrollWidth)
    expect(screen).toBeLessThanOrEqual(390)
    await findsNothing(member, 'reading a PDF')
    await member.byId('reader-close').click()

    await row('Dự thảo nghị quyết.docx').getByTestId('document-read').click()
    await expect(member.byId('reader-text').getByRole('cell', { name: '15/11/2026' })).toBeVisible()
    await expect(member.byId('reader-text').getByRole('heading', { name: 'Dự thảo nghị quyết tháng 11' })).toBeVisible()
    await expect(member.byId('reader-text').getByRole('listitem')).toHaveCount(2)
    await expect(member.byId('document-watermark')).toContainText('MAU-00016')
    await findsNothing(member, 'reading a Word file')

    await secretary.page.goto(`${system.url}/meetings/${meetingId}/notice`)
    const kept = (of: string) => secretary.page.locator('[data-testid=document]', { hasText: of })
    await expect(kept('Dự thảo').getByTestId('document-openings')).toHaveAttribute('data-count', '1')
    await kept('Báo cáo').getByTestId('document-openings').click()
    await expect(kept('Báo cáo').getByTestId('document-opener')).toContainText(name)
    await kept('Dự thảo').getByTestId('document-withdraw').click()
    await secretary.byId('document-withdraw-confirm').click()
    await expect(secretary.page.getByRole('dialog')).toContainText('Cần ghi lý do gỡ')
    await secretary.byId('document-withdraw-reason').fill('Đăng nhầm bản cũ')
    await secretary.byId('document-withdraw-confirm').click()
    await expect(kept('Dự thảo').getByTestId('document-withdrawn')).toContainText('Đăng nhầm bản cũ')
    await findsNothing(secretary, 'documents on the notice')

    await member.page.reload()
    await expect(member.byId('reader-withdrawn')).toContainText('Đăng nhầm bản cũ')
    await member.byId('reader-close').click()
    await expect(row('Báo cáo tháng 11.pdf')).toBeVisible()
    await expect(row('Dự thảo nghị quyết.docx')).toHaveCount(0)
  })
})

test('in the room a paper is read while the sound goes on, and "back" closes the paper', async ({
  browser,
  system,
}) => {
  const chairApi = await MemberApi.signIn(system, 'MAU-00001')
  const meetingId = await chairApi.schedule({ documentsPostedAt: null })
  const people = [await Person.arrive(browser, system), await Person.arrive(browser, system, { phone: true })] as const
  await withPeople(people, async (chair, member) => {
    await chair.signIn('MAU-00001')
    await chair.enterMeeting(meetingId)
    await chair.byId('finding-documents').click()
    await chair.byId('document-files').setInputFiles([await reportPdf(browser, 'Báo cáo.pdf', 2)])
    await expect(chair.byId('upload')).toHaveAttribute('data-state', 'done')
    await expect(chair.byId('finding-documentsMissing')).toHaveCount(0)

    await member.signIn('MAU-00016')
    await member.enterMeeting(meetingId)
    await member.byId('documents-toggle').click()
    await member.byId('document-read').click()
    await isDrawn(member, 1)
    // A picture behind the paper is not paid for.
    await member.hearsAndSees(1, { seen: 0 })
    await findsNothing(member, 'reading in the room')
    await member.page.goBack()
    await expect(member.byId('reader')).toHaveCount(0)
    await expect(member.byId('documents-panel')).toBeVisible()
    await member.isConnected()

    await member.byId('document-read').click()
    await expect(member.byId('reader')).toBeVisible()
    await chair.byId('document-withdraw').click()
    await chair.byId('document-withdraw-reason').fill('Chưa được duyệt')
    await chair.byId('document-withdraw-confirm').click()
    await expect(member.byId('reader-withdrawn')).toContainText('Chưa được duyệt')
    await member.byId('reader-close').click()
    await expect(member.byId('documents-none')).toBeVisible()
  })
})
