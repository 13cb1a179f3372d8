// What must fit through the control channel.
import { expect, test } from 'vitest'
import { desiredRoomSchema } from './controlProtocol.ts'

const idOf = (place: number): string => `5d4cdf7e-9f10-4a51-8a8e-${String(place).padStart(12, '0')}`
const peer = (place: number) => ({
  memberId: idOf(place),
  mayPublish: [],
  held: [],
  neverCapped: false,
  silencedSeq: 0,
})

test('the room of a conference of 4,171 people, each with an own device', () => {
  const peers = Array.from({ length: 4_171 }, (_, place) => peer(place))
  const room = { meetingId: idOf(0), epoch: 1, seq: 1, open: true, peers }
  expect(desiredRoomSchema.parse(room).peers).toHaveLength(4_171)
})
