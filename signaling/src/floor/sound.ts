// Commands on who is heard at all: chaired or open floor, and microphones switched off for others.
import { devicesInRoom, hasDevice } from '@hoi-truong/shared/attendance'
import { carries, currentSpeech } from '@hoi-truong/shared/floor'
import { defineCommand } from '../log/commandDefinition.ts'
import { requireUnderWay } from '../meeting/course.ts'
import { floorEvent } from './floorEvent.ts'
import type { Everyone } from './floorRules.ts'

/** The chair and whoever has the floor, and the devices at sites that carry them: they are heard whatever is switched off. */
function leftOut(everyone: Everyone): string[] {
  const { meeting, attendance, floor } = everyone
  const heard = [meeting.chairId, currentSpeech(floor)?.memberId ?? null].filter((memberId) => memberId !== null)
  const devices = devicesInRoom(attendance).filter((deviceOf) =>
    heard.some((memberId) => carries(everyone, deviceOf, memberId)),
  )
  return [...new Set([...heard, ...devices])]
}

export const soundCommandDefinitions = [
  defineCommand<'meeting', 'floor.changeMode'>({
    type: 'floor.changeMode',
    stream: 'meeting',
    action: 'floor.changeMode',
    timing: 'live',
    decide: ({ state, payload: { mode } }) => {
      const { meeting, floor } = state.everyone
      // Also while people gather: how the meeting will go may be settled before it opens.
      requireUnderWay(meeting)
      return { events: floor.mode === mode ? [] : [floorEvent('floor.modeChanged', { mode })] }
    },
  }),

  defineCommand<'meeting', 'floor.silence'>({
    type: 'floor.silence',
    stream: 'meeting',
    action: 'floor.silence',
    timing: 'live',
    decide: ({ state, payload: { memberIds } }) => {
      const { meeting, attendance } = state.everyone
      // Before the opening everybody may be heard, and a noise disturbs.
      requireUnderWay(meeting)
      if (memberIds === null)
        return { events: [floorEvent('floor.silenced', { memberIds: null, except: leftOut(state.everyone) })] }
      const devices = [...new Set(memberIds)].filter((memberId) => hasDevice(attendance, memberId))
      if (devices.length === 0) return { events: [] }
      return { events: [floorEvent('floor.silenced', { memberIds: devices, except: [] })] }
    },
  }),
]
