// The order of business keeps its three parts whatever is moved.
import type { AgendaItem, AgendaPart } from '@hoi-truong/shared/agenda'
import { agendaTemplate } from '@hoi-truong/shared/agenda'
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { expect, it } from 'vitest'
import {
  added,
  changed,
  fromTemplate,
  inOrder,
  isBarredByRules,
  isEdited,
  mayMove,
  moved,
  removed,
  templateOf,
  totalMinutes,
} from './editAgenda.ts'

const item = (itemId: string, part: AgendaPart): AgendaItem => ({
  itemId,
  part,
  kind: 'other',
  title: itemId,
  presenterId: null,
  minutes: 5,
  inPersonOnly: false,
})
const agenda = [item('a', 'opening'), item('b', 'opening'), item('c', 'proceeding'), item('d', 'closing')]
const shown = (items: readonly AgendaItem[]) => items.map(({ itemId, part }) => `${part[0]}${itemId}`).join(' ')

it('moves within a part', () => {
  expect(shown(moved(agenda, 'b', -1))).toBe('ob oa pc cd')
  expect(shown(moved(agenda, 'a', 1))).toBe('ob oa pc cd')
})

it('moves over the edge of a part into the next one', () => {
  expect(shown(moved(agenda, 'b', 1))).toBe('oa pb pc cd')
  expect(shown(moved(agenda, 'd', -1))).toBe('oa ob pc pd')
  expect(shown(moved(agenda, 'c', -1))).toBe('oa ob oc cd')
})

it('moves into a part that has no item', () => {
  const short = [item('a', 'opening'), item('d', 'closing')]
  expect(shown(moved(short, 'a', 1))).toBe('pa cd')
  expect(shown(moved(moved(short, 'a', 1), 'a', 1))).toBe('ca cd')
})

it('stops at both ends', () => {
  expect(mayMove(agenda, 'a', -1)).toBe(false)
  expect(mayMove(agenda, 'd', 1)).toBe(false)
  expect(moved(agenda, 'd', 1)).toEqual(agenda)
  expect(moved(agenda, 'nobody', 1)).toEqual(agenda)
  // The last item of all may still go to the parts behind it.
  expect(mayMove([item('a', 'opening')], 'a', 1)).toBe(true)
})

it('adds at the end of a part, and takes out', () => {
  const more = added(agenda, 'opening', 'somebody')
  expect(more.map(({ part }) => part)).toEqual(['opening', 'opening', 'opening', 'proceeding', 'closing'])
  expect(more[2]).toMatchObject({ title: '', presenterId: 'somebody' })
  expect(shown(removed(agenda, 'a'))).toBe('ob pc cd')
})

it('puts an item that changes its part where the part stands', () => {
  expect(shown(changed(agenda, 'd', { part: 'opening' }))).toBe('oa ob od pc')
  expect(shown(inOrder([item('z', 'closing'), ...agenda]))).toBe('oa ob pc cz cd')
})

it('knows whether a template was worked on', () => {
  const template = agendaTemplate('regular', 'village')
  const fresh = fromTemplate(template, () => 'chair')
  expect(isEdited(fresh, template)).toBe(false)
  expect(templateOf(fresh)).toEqual(template)
  const [first] = fresh
  if (!first) throw new Error('the template is empty')
  expect(isEdited(changed(fresh, first.itemId, { presenterId: null }), template)).toBe(false)
  expect(isEdited(changed(fresh, first.itemId, { minutes: 99 }), template)).toBe(true)
  expect(isEdited(moved(fresh, first.itemId, 1), template)).toBe(true)
  expect(totalMinutes(fresh)).toBe(template.reduce((sum, { minutes }) => sum + minutes, 0))
})

it('says what the rules bar from being done online', () => {
  expect(isBarredByRules({ kind: 'election' }, defaultRuleSet)).toBe(true)
  expect(isBarredByRules({ kind: 'discussion' }, defaultRuleSet)).toBe(false)
})
