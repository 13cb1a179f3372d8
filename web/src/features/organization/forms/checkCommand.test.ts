import { expect, it } from 'vitest'
import { checkCommand, type MemberCommand } from './checkCommand.ts'

const memberId = '0b9bb8a3-76c2-8a05-a7a2-58f0a4e3b015'

interface Exemption {
  number: string
  date: string
  ground: string
  from: string
  to: string
}
const filled: Exemption = {
  number: '16-NQ/CB',
  date: '2026-11-05',
  ground: 'Tuổi cao, sức khỏe yếu',
  from: '2026-11-06',
  to: '',
}

function exempt(change: Partial<Exemption> = {}) {
  const { number, date, ground, from, to } = { ...filled, ...change }
  const command: MemberCommand = {
    type: 'member.setStanding',
    payload: { kind: 'exempt', memberId, decision: { number, date }, ground, from, to: to || null },
  }
  return checkCommand(command, { 'decision.number': number, 'decision.date': date, ground, from, to })
}

it('finds nothing wrong with a whole decision', () => {
  expect(exempt()).toEqual({})
  expect(exempt({ to: '2026-11-06' })).toEqual({})
})

it('names each field that is missing or too short', () => {
  expect(exempt({ number: ' ', date: '', ground: 'ốm' })).toEqual({
    'decision.number': 'members.needed',
    'decision.date': 'members.needed',
    ground: 'members.too_short',
  })
})

it('refuses an end before the beginning at the end', () => {
  expect(exempt({ to: '2026-11-05' })).toEqual({ to: 'members.to_before_from' })
})

it('refuses a year of two digits', () => {
  expect(exempt({ from: '0026-11-06' })).toEqual({ from: 'members.day_unlikely' })
})

it('lets an end before the beginning take a mistake back', () => {
  const end: MemberCommand = {
    type: 'member.endStanding',
    payload: { memberId, kind: 'exempt', from: '2026-11-06', to: '2026-11-05' },
  }
  expect(checkCommand(end, { to: '2026-11-05' })).toEqual({ to: 'members.to_before_from' })
  expect(checkCommand(end, { to: '2026-11-05' }, { takesBack: true })).toEqual({})
})

it('knows where a period begins that the command does not name', () => {
  const endOn = (to: string) =>
    checkCommand({ type: 'member.endTemporary', payload: { memberId, to } }, { to }, { begins: '2026-11-06' })
  expect(endOn('2026-11-05')).toEqual({ to: 'members.to_before_from' })
  expect(endOn('2026-11-06')).toEqual({})
})

it('asks where somebody moves to, and for a number that can be one', () => {
  const out: MemberCommand = {
    type: 'member.transferOut',
    payload: { memberId, to: '2026-11-30', destinationId: null, destinationName: '' },
  }
  expect(checkCommand(out, { to: '2026-11-30', destinationName: '' })).toEqual({ destinationName: 'members.needed' })
  const receive: MemberCommand = {
    type: 'member.receive',
    payload: { memberNumber: 'số 5', kind: 'regular', from: '2026-12-01', to: null },
  }
  expect(checkCommand(receive, { memberNumber: 'số 5', from: '2026-12-01' })).toEqual({
    memberNumber: 'members.number_wrong',
  })
})
