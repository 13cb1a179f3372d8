// An administrator brings a list in: reads what is wrong with it, mends it, accepts it, and the branch is there.
import { AxeBuilder } from '@axe-core/playwright'
import { type ImportTable, importColumns } from '@hoi-truong/shared/organization'
import { MemberApi } from './support/api.ts'
import { expect, test } from './support/fixtures.ts'
import { Person, withPeople } from './support/person.ts'

const csv = (table: ImportTable, rows: Record<string, string>[]) => {
  const columns = importColumns[table]
  const lines = [columns.map(({ heading }) => heading), ...rows.map((row) => columns.map(({ key }) => row[key] ?? ''))]
  const name = table === 'organizations' ? 'to-chuc.csv' : 'dang-vien.csv'
  const text = lines
    .map((cells) => cells.map((cell) => (cell.includes(',') ? `"${cell}"` : cell)).join(','))
    .join('\r\n')
  return { name, mimeType: 'text/csv', buffer: Buffer.from(text) }
}
const branch = {
  code: 'E2E.001',
  name: 'Chi bộ Thôn Mới Nhập',
  kind: 'Chi bộ',
  parent: '99.000.001',
  branchType: 'Thôn, tổ dân phố',
  from: '01/07/2025',
}
const secretary = {
  number: 'E2E-0001',
  name: 'Lò Thị Nhập Liệu',
  branch: 'E2E.001',
  category: 'Chính thức',
  office: 'Bí thư',
}

test('a list with faults is mended, accepted, and the branch is there', async ({ browser, system }) => {
  await withPeople([await Person.arrive(browser, system)], async (administrator) => {
    const send = async (people: Record<string, string>[]) => {
      await administrator.byId('import-input').setInputFiles([csv('organizations', [branch]), csv('members', people)])
      await administrator.byId('import-send').click()
    }
    await administrator.signIn('MAU-90009')
    await administrator.byId('import-link').click()
    await send([secretary, { ...secretary, category: 'Quần chúng' }])
    await expect(administrator.byId('import-report')).toHaveAttribute('data-faults', '3')
    await expect(administrator.byId('import-fault').filter({ hasText: 'Quần chúng' })).toContainText(
      'Ghi Chính thức hoặc Dự bị.',
    )
    await expect(administrator.byId('import-accept')).toHaveCount(0)
    const { violations } = await new AxeBuilder({ page: administrator.page }).analyze()
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
    const report = administrator.page.waitForEvent('download')
    await administrator.byId('import-report-csv').click()
    expect((await report).suggestedFilename()).toBe('bao-cao-loi.csv')

    await send([secretary, { ...secretary, number: 'E2E-0002', office: '' }])
    await expect(administrator.byId('import-report')).toHaveAttribute('data-faults', '0')
    await expect(administrator.byId('import-count-members-new')).toHaveText('2')
    // What is checked is found again.
    await administrator.page.reload()
    await administrator.byId('import-accept').click()
    await administrator.byId('import-accept-confirm').click()
    await expect(administrator.byId('import-done')).toBeVisible({ timeout: 20_000 })

    const api = await MemberApi.signIn(system, 'MAU-90009')
    expect((await api.organization(branch.code))?.name).toBe(branch.name)
  })
})
