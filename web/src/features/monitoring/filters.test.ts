import { addUp, type BranchLine, type BranchMonth, type MonitoringLine } from '@hoi-truong/shared/monitoring'
import { expect, test } from 'vitest'
import { countOf, type Filter, shownLines } from './filters.ts'

const branch = (name: string, month: BranchMonth): BranchLine => ({
  kind: 'branch',
  organizationId: name,
  name,
  code: name,
  dueOn: null,
  endedFrom: null,
  month,
  meetings: [],
})
const lines: MonitoringLine[] = [
  branch('Chi bộ Thôn Đông', 'held'),
  branch('Chi bộ Thôn Đoài', 'running'),
  branch('Chi bộ Thôn Dương', 'overdue'),
  branch('Chi bộ Trường học', 'notHeld'),
  {
    kind: 'committee',
    organizationId: 'section',
    name: 'Đảng bộ bộ phận',
    code: 'section',
    sums: addUp([branch('a', 'held'), branch('b', 'overdue')]),
  },
]

test.each<[Filter, string, string[]]>([
  ['all', '', ['Chi bộ Thôn Đông', 'Chi bộ Thôn Đoài', 'Chi bộ Thôn Dương', 'Chi bộ Trường học', 'Đảng bộ bộ phận']],
  ['notMet', '', ['Chi bộ Thôn Dương', 'Chi bộ Trường học', 'Đảng bộ bộ phận']],
  ['overdue', '', ['Chi bộ Thôn Dương', 'Đảng bộ bộ phận']],
  ['held', '', ['Chi bộ Thôn Đông', 'Đảng bộ bộ phận']],
  ['running', '', ['Chi bộ Thôn Đoài']],
  ['all', 'do', ['Chi bộ Thôn Đông', 'Chi bộ Thôn Đoài']],
  ['all', 'thon duong', ['Chi bộ Thôn Dương']],
  ['overdue', 'dong', []],
])('%s with "%s" shows %j', (filter, query, names) => {
  expect(shownLines(lines, filter, query).map(({ name }) => name)).toEqual(names)
})

test('counts are of branches, also those of committees', () => {
  const sums = addUp(lines)
  expect((['all', 'notMet', 'overdue', 'held', 'running'] as const).map((filter) => countOf(filter, sums))).toEqual([
    6, 3, 2, 2, 1,
  ])
})
