// The words of the sample meeting (DOMAIN 8), and where its people stand in the list.
import type { RollCall, RollLine } from '@hoi-truong/shared/attendance'
import { areas } from '@hoi-truong/shared/i18n'
import type { MeetingState } from '@hoi-truong/shared/meeting'
import { expect, it } from 'vitest'
import type { Translate } from '../../i18n/index.ts'
import { peopleGroups } from './peopleGroups.ts'
import { baseSum, nowWords } from './words.ts'

const words: Partial<Record<string, string>> = { ...(await areas.shell.vi()), ...(await areas.people.vi()) }
const t: Translate = (key, values = {}) =>
  (words[key] ?? '').replace(/{{(\w+)}}/g, (_, name: string) => String(values[name]))

const plan = { sites: [{ siteId: 's1', name: 'Nhà văn hóa', operatorId: null }] }
const meeting = { plan } as unknown as MeetingState
const site = { kind: 'site', siteId: 's1' } as const

const line = (name: string, over: Partial<RollLine>): RollLine =>
  ({
    entry: { memberId: name, name, office: 'member' },
    presence: 'notArrived',
    mark: 'expected',
    place: null,
    expected: true,
    ...over,
  }) as RollLine

it('writes the sum of the base out', () => {
  const deductions = [
    { status: 'away' as const, absent: false, count: 1 },
    { status: 'exempt' as const, absent: true, count: 1 },
  ]
  expect(baseSum(t, { official: 23, deductions, base: 21 })).toBe(
    '23 chính thức − 1 sinh hoạt tạm thời nơi khác − 1 được miễn vắng mặt = 21',
  )
  expect(baseSum(t, { official: 20, deductions: [], base: 20 })).toBe('20 chính thức = 20')
})

it('says where somebody is, or why not', () => {
  const said = (over: Partial<RollLine>) => nowWords(t, meeting, line('An', over))
  expect(said({ presence: 'present', place: site })).toBe('Tại Nhà văn hóa')
  expect(said({ presence: 'present', place: { kind: 'device' } })).toBe('Dự trực tuyến')
  expect(said({ presence: 'watching' })).toBe('Theo dõi từ xa, không tính có mặt')
  expect(said({ presence: 'absenceAnnounced', mark: 'excused' })).toBe('Vắng có lý do')
  expect(said({ presence: 'absenceAnnounced', mark: 'undecided' })).toBe('Báo vắng, chờ chi ủy')
  expect(said({ presence: 'left' })).toBe('Đã rời phòng')
})

it('lists people by place, then those awaited, then those who need not come; each once', () => {
  const members = [
    line('Bình', { presence: 'present', place: site }),
    line('An', { presence: 'present', place: site }),
    line('Chi', { presence: 'present', place: { kind: 'device' } }),
    line('Dũng', { presence: 'watching' }),
    line('Giang', {}),
    line('Hoa', { expected: false, mark: 'exempt' }),
  ]
  const call = { members, followers: [line('Khách', {})], guests: [] } as unknown as RollCall
  const groups = peopleGroups(t, meeting, call).map(({ id, lines }) => [id, lines.map(({ entry }) => entry.name)])
  expect(groups).toEqual([
    ['s1', ['An', 'Bình']],
    ['online', ['Chi']],
    ['watching', ['Dũng']],
    ['out', ['Giang']],
    ['outside', ['Hoa']],
    ['guests', ['Khách']],
  ])
})
