// The live line against a fake connection (testing/fakeWire.ts).
import { AppError } from '@hoi-truong/shared/errors'
import type { MeetingFigures } from '@hoi-truong/shared/monitoring'
import { afterEach, expect, it, vi } from 'vitest'
import { Unreachable } from '../../../lib/problem.ts'
import { FakeWire } from '../../../testing/fakeWire.ts'
import type { GatewayWire } from '../../meeting/api/gateway.ts'
import { FiguresWatch } from './figuresWatch.ts'

const watches: FiguresWatch[] = []
afterEach(() => {
  for (const watch of watches.splice(0)) watch.stop()
})

function setUp(answer: () => unknown = () => ({})) {
  const wires: FakeWire[] = []
  const owner = { began: vi.fn(), broke: vi.fn(), take: vi.fn<(figures: MeetingFigures) => void>() }
  const watch = new FiguresWatch('commune', owner, {
    accessToken: async () => 'token',
    refuseToken: () => undefined,
    sessionEnded: () => undefined,
    open: async () => {
      const wire = new FakeWire(answer)
      wires.push(wire)
      return wire as unknown as GatewayWire
    },
    pause: async () => undefined,
  })
  watches.push(watch)
  return { watch, owner, wires, run: watch.run() }
}

it('watches the organization, and takes its figures and no other’s', async () => {
  const { owner, wires } = setUp()
  await vi.waitFor(() => expect(owner.began).toHaveBeenCalledOnce())
  expect(wires[0]?.requests).toEqual([{ name: 'watch', body: { organizationId: 'commune' } }])
  wires[0]?.push('figures', { organizationId: 'sibling', meetings: [], beneath: [] })
  wires[0]?.push('figures', { organizationId: 'commune', meetings: [], beneath: ['section'] })
  expect(owner.take.mock.calls).toEqual([[{ organizationId: 'commune', meetings: [], beneath: ['section'] }]])
})

it('says that the line is broken, and watches again', async () => {
  const { owner, wires } = setUp()
  await vi.waitFor(() => expect(owner.began).toHaveBeenCalledOnce())
  wires[0]?.close()
  await vi.waitFor(() => expect(owner.began).toHaveBeenCalledTimes(2))
  expect(owner.broke).toHaveBeenCalledOnce()
  expect(wires[1]?.names()).toEqual(['watch'])
})

it('tries again when there is no answer', async () => {
  let silent = true
  const { owner } = setUp(() => {
    if (!silent) return {}
    silent = false
    throw new Unreachable()
  })
  await vi.waitFor(() => expect(owner.began).toHaveBeenCalledOnce())
})

it('does not ask again where it may not look', async () => {
  const { owner, wires, run } = setUp(() => {
    throw new AppError('FORBIDDEN')
  })
  await run
  expect([owner.began.mock.calls.length, wires.length]).toEqual([0, 1])
})
