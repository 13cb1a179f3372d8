// What two tellers type on their phones; the sample's ballot: 15 issued, 14 agree, 1 does not.
import { describe, expect, it } from 'vitest'
import { pollOf } from '../testing/polls.ts'
import { blankFigures, countIn, figureFaults, mayBeSent, type PaperFigures } from './paperFigures.ts'

const { question } = pollOf({ matter: 'admission', method: 'paper', tellerIds: ['dv12', 'dv13'] })
const sample: PaperFigures = {
  issued: '15',
  returned: '15',
  valid: '15',
  invalid: '0',
  tallies: { for: '14', against: '1' },
}
const faultsOf = (changed: Partial<PaperFigures>, asked = question, most = 15) =>
  figureFaults(asked, { ...sample, ...changed }, most).map(({ field, words: [key] }) => [field, key])

it('takes the sample', () => {
  expect(faultsOf({})).toEqual([])
  expect(mayBeSent(question, countIn(sample), 15)).toBe(true)
})

it('says nothing of what is not typed yet, and sends nothing', () => {
  const blank = blankFigures(question)
  expect(figureFaults(question, blank, 15)).toEqual([])
  expect(countIn(blank)).toBeNull()
  expect(mayBeSent(question, countIn({ ...sample, invalid: '' }), 15)).toBe(false)
  expect(faultsOf({ returned: '' })).toEqual([])
})

describe('what does not fit together is said at its field', () => {
  it.each<[string, Partial<PaperFigures>, string, string]>([
    ['more issued than people at the sites', { issued: '16' }, 'issued', 'polling.paper_most'],
    ['more returned than issued', { issued: '14' }, 'returned', 'polling.paper_returned_over'],
    ['valid and invalid are not those returned', { invalid: '1' }, 'invalid', 'polling.paper_valid_sum'],
    ['choices are not the valid ones', { tallies: { for: '13', against: '1' } }, 'sum', 'polling.paper_choices_sum'],
    ['more choices than valid ones', { tallies: { for: '15', against: '1' } }, 'sum', 'polling.paper_choices_sum'],
  ])('%s', (_, changed, field, key) => {
    expect(faultsOf(changed)).toEqual([[field, key]])
    expect(mayBeSent(question, countIn({ ...sample, ...changed }), 15)).toBe(false)
  })

  it('of an election, candidate by candidate and in all', () => {
    const options = ['a', 'b', 'c'].map((optionId) => ({ optionId, label: optionId }))
    const election = pollOf({ matter: 'election', method: 'paper', options, maxChoices: 2 }).question
    const tallies = (a: string, b: string, c: string) => ({ tallies: { a, b, c } })
    expect(faultsOf(tallies('15', '15', '0'), election)).toEqual([])
    expect(faultsOf(tallies('0', '0', '0'), election)).toEqual([])
    expect(faultsOf(tallies('16', '0', '0'), election)).toEqual([['option a', 'polling.paper_choice_over']])
    expect(faultsOf(tallies('15', '15', '1'), election)).toEqual([['sum', 'polling.paper_votes_over']])
  })
})
