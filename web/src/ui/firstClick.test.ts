import type { MouseEvent } from 'react'
import { expect, it } from 'vitest'
import { firstClick } from './firstClick.ts'

const press = (detail: number): number => {
  let acts = 0
  firstClick(() => {
    acts += 1
  })({ detail } as MouseEvent)
  return acts
}

it('hears a first click and a press by keyboard, not the second half of a double click', () => {
  expect([press(1), press(0), press(2), press(3)]).toEqual([1, 1, 0, 0])
})
