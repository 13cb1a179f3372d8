// What one ballot may say.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choicesFault, mostChoices, optionIdsOf } from './index.ts'
import { optionsOf, questionOf } from './testing/polls.ts'

const [a, b, c, d] = optionsOf(5).map(({ optionId }) => optionId) as [string, string, string, string]

describe('yes or no', () => {
  test.each([
    [['for'], false],
    [['against'], false],
    [['abstain'], false],
    [[], true],
    [['for', 'against'], true],
    [['for', 'for'], true],
    [['agree'], true],
    [[''], true],
  ])('%j, by hand: refused %s', (choices, refused) =>
    expect(choicesFault(questionOf('resolution'), choices)).toBe(refused),
  )

  test('a secret ballot has no third answer', () => {
    const secret = questionOf('rating', { method: 'electronic' })
    expect([['for'], ['against'], ['abstain'], []].map((choices) => choicesFault(secret, choices))).toEqual([
      false,
      false,
      true,
      true,
    ])
  })

  test('one choice, whatever the question says', () => {
    expect(mostChoices(questionOf('resolution', { maxChoices: 3 }))).toBe(1)
  })
})

test.each([
  [[], false],
  [[a], false],
  [[a, b, c], false],
  [[c, a, b], false],
  [[a, b, c, d], true],
  [[a, a], true],
  [[a, 'for'], true],
])('an election of 3: %j, refused %s', (choices, refused) =>
  expect(choicesFault(questionOf('election'), choices)).toBe(refused),
)

test.each([
  [[], true],
  [[a], false],
  [[a, b], false],
  [[a, b, c], true],
  [[b, b], true],
])('an opinion of up to 2: %j, refused %s', (choices, refused) =>
  expect(choicesFault(questionOf('opinion', { maxChoices: 2 }), choices)).toBe(refused),
)

test('accepts exactly the sets of offered options that are small enough', () => {
  const question = questionOf('election')
  const offered = optionIdsOf(question)
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...offered, 'for', 'x'), { maxLength: 6 }), (choices) => {
      const sound = choices.every((one, at) => offered.includes(one) && choices.indexOf(one) === at)
      return choicesFault(question, choices) === !(sound && choices.length <= 3)
    }),
  )
})
