// An answer is never overtaken by what happened after it was made, and the last word always goes out.
import { expect, it } from 'vitest'
import { SocketLink } from './SocketLink.ts'

function recordedLink() {
  const sent: string[] = []
  const link = new SocketLink({
    emit: (notification) => sent.push(notification),
    disconnect: () => sent.push('(disconnected)'),
  })
  return { link, sent }
}

it('sends at once when no request is under way', () => {
  const { link, sent } = recordedLink()
  link.notify('speakers', { speakers: [] })
  expect(sent).toEqual(['speakers'])
})

it('holds notifications back until the answer has gone, in their order', () => {
  const { link, sent } = recordedLink()
  link.hold()
  link.notify('peerJoined', { memberId: 'a' })
  link.notify('peerLeft', { memberId: 'a' })
  expect(sent).toEqual([])
  link.release()
  expect(sent).toEqual(['peerJoined', 'peerLeft'])
})

it('says what it holds before it closes', () => {
  const { link, sent } = recordedLink()
  link.hold()
  link.notify('removed', { code: 'ROOM_ENDED' })
  link.close()
  expect(sent).toEqual(['removed', '(disconnected)'])
})
