// The sentences of the sample meeting, as they stand in the minutes.
import { areas } from '@hoi-truong/shared/i18n'
import { expect, it } from 'vitest'
import type { Translate } from '../../i18n/index.ts'
import { ballotOf, choicesWords, resultWords, runningWords, thresholdWords, verdictWords } from './pollWords.ts'
import { frozen, moreThanHalf, pollOf, twoThirds } from './testing/polls.ts'

const words: Record<string, string> = { ...(await areas.shell.vi()), ...(await areas.voting.vi()) }
const t: Translate = (key, values = {}) =>
  (words[key] ?? '').replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]))

const open = pollOf().question
const secret = pollOf({ matter: 'admission', method: 'paper' }).question
const said = (question: typeof open, threshold: typeof moreThanHalf, votes: number, passed: boolean) =>
  verdictWords(t, 'vi', { question, frozen: { ...frozen, threshold }, votes, passed })

it('says the sum, the threshold and what it decides', () => {
  expect(said(open, moreThanHalf, 17, true)).toBe('Tán thành 17/21 = 80,95%, quá một nửa: ĐƯỢC THÔNG QUA')
  expect(said(secret, twoThirds, 14, true)).toBe('Đồng ý 14/21 = 66,67%, ít nhất hai phần ba: ĐƯỢC THÔNG QUA')
  expect(said(secret, twoThirds, 13, false)).toBe('Đồng ý 13/21 = 61,90%, chưa đủ hai phần ba: KHÔNG ĐƯỢC THÔNG QUA')
  expect(said(open, moreThanHalf, 10, false)).toBe('Tán thành 10/21 = 47,62%, chưa quá một nửa: KHÔNG ĐƯỢC THÔNG QUA')
})

it('speaks of any other threshold in figures', () => {
  const threeQuarters = { numerator: 3, denominator: 4, strict: false }
  expect(thresholdWords(t, threeQuarters)).toBe('ít nhất 3/4')
  expect(thresholdWords(t, threeQuarters, { missed: true })).toBe('chưa đủ 3/4')
  expect(thresholdWords(t, { ...threeQuarters, strict: true })).toBe('quá 3/4')
  expect(thresholdWords(t, { ...threeQuarters, strict: true }, { missed: true })).toBe('chưa quá 3/4')
})

it('offers what the ballot offers: three by hands, two in secret, names in an election', () => {
  const offered = (question: typeof open) => ballotOf(t, question).map((option) => option.words)
  expect(offered(open)).toEqual(['Tán thành', 'Không tán thành', 'Không có ý kiến'])
  expect(offered(secret)).toEqual(['Đồng ý', 'Không đồng ý'])
  const options = [{ optionId: 'a', label: 'Mai Thị Thí Dụ' }]
  const election = pollOf({ matter: 'election', method: 'paper', options }).question
  expect(offered(election)).toEqual(['Mai Thị Thí Dụ'])
  expect(choicesWords(t, election, ['a'])).toBe('Mai Thị Thí Dụ')
  expect(choicesWords(t, election, [])).toBe('không chọn ai')
})

it('names what is going on, and what came out', () => {
  expect(t(runningWords({ matter: 'resolution', method: 'open' }, 'open'))).toBe('Đang biểu quyết')
  expect(t(runningWords({ matter: 'election', method: 'open' }, 'open'))).toBe('Đang bầu cử')
  expect(t(runningWords({ matter: 'election', method: 'electronic' }, 'open'))).toBe('Đang bỏ phiếu kín')
  expect(t(runningWords({ matter: 'rating', method: 'paper' }, 'open'))).toBe('Bỏ phiếu kín bằng phiếu giấy')
  expect(t(runningWords({ matter: 'resolution', method: 'open' }, 'closed'))).toBe('Biểu quyết đã kết thúc')
  expect(t(resultWords({ matter: 'election' }))).toBe('Kết quả bầu cử')
  expect(t(resultWords({ matter: 'opinion' }))).toBe('Kết quả thăm dò ý kiến')
  expect(t(resultWords({ matter: 'scoring' }))).toBe('Kết quả biểu quyết')
})
