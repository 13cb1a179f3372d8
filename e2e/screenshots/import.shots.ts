// Takes the pictures of an import: the way in, the page, a report with faults, what will be written, how far it is, the figures.
import path from 'node:path'
import { type ImportTable, type ImportView, importColumns } from '@hoi-truong/shared/organization'
import { expect, test } from '../support/fixtures.ts'
import { Person, withPeople } from '../support/person.ts'

const images = path.resolve(import.meta.dirname, '../../docs/images')

const csv = (table: ImportTable, rows: Record<string, string>[]) => {
  const columns = importColumns[table]
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ key }) => row[key] ?? ''))]
  const text = lines
    .map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
    .join('\r\n')
  return {
    name: `${table === 'organizations' ? 'to-chuc' : 'dang-vien'}.csv`,
    mimeType: 'text/csv',
    buffer: Buffer.from(text),
  }
}

for (const phone of [false, true]) {
  const size = phone ? 'phone' : 'desktop'
  const code = `ANH.${phone ? 2 : 1}`
  const branch = {
    code,
    name: 'Chi bộ Thôn Ảnh Chụp',
    kind: 'Chi bộ',
    parent: '99.000.001',
    branchType: 'Thôn, tổ dân phố',
    from: '01/07/2025',
  }
  const person = (number: number, more: Record<string, string> = {}) => ({
    number: `${code}-${number}`,
    name: `Nguyễn Văn Ví Dụ ${number}`,
    branch: code,
    category: 'Chính thức',
    ...more,
  })
  test(`an import on a ${size}`, async ({ browser, system }) => {
    await withPeople([await Person.arrive(browser, system, { phone })], async (administrator) => {
      const shoot = (name: string, fullPage = false) =>
        administrator.page.screenshot({
          path: path.join(images, `import-${name}-${size}.png`),
          animations: 'disabled',
          fullPage,
        })
      const send = async (people: Record<string, string>[]) => {
        await administrator.byId('import-input').setInputFiles([csv('organizations', [branch]), csv('members', people)])
        await administrator.byId('import-send').click()
      }
      await administrator.signIn('MAU-90009')
      await expect(administrator.byId('import-link')).toBeVisible()
      await shoot('home')
      await administrator.byId('import-link').click()
      await expect(administrator.byId('import-choose')).toBeVisible()
      await shoot('1-begin', true)
      await send([
        person(1, { office: 'Bí thư' }),
        person(2, { office: 'Bí thư' }),
        person(3, { category: 'Quần chúng' }),
        person(4, { officialFrom: '31/02/2019' }),
        person(4, { name: '' }),
        person(6, { standing: 'Miễn sinh hoạt', standingFrom: '05/08/2025' }),
        person(7, { number: 'MAU-00004' }),
      ])
      await expect(administrator.byId('import-fault').first()).toBeVisible()
      await administrator.byId('import-report').scrollIntoViewIfNeeded()
      await shoot('2-faults', true)
      await send(Array.from({ length: 24 }, (_, index) => person(index + 1, index === 0 ? { office: 'Bí thư' } : {})))
      await expect(administrator.byId('import-accept')).toBeVisible()
      await shoot('3-accept', true)
      await administrator.byId('import-accept').click()
      await expect(administrator.byId('import-accept-confirm')).toBeVisible()
      await shoot('4-question')
      // A province takes half a minute, this list a moment: the bar is shown as it stands in the middle.
      await administrator.page.route('**/imports/*', async (route) => {
        const answer = await route.fetch()
        const view = (await answer.json()) as ImportView
        const progress = { stage: 'members', done: 1_480, total: 3_745 } as const
        await route.fulfill({ response: answer, json: { ...view, status: 'applying', progress } })
      })
      await administrator.byId('import-accept-confirm').click()
      await expect(administrator.byId('import-progress')).toBeVisible()
      await shoot('5-progress')
      await administrator.page.unroute('**/imports/*')
      await expect(administrator.byId('import-done')).toBeVisible({ timeout: 20_000 })
      await shoot('6-done', true)
    })
  })
}
