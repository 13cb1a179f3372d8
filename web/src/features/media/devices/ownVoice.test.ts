// Made levels instead of a microphone; time is given.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { fakeTrack } from '../../../testing/fakeTrack.ts'
import { LOOK_EVERY_MS, OwnVoice, type Situation } from './ownVoice.ts'

let now: number
let level: number
let open: number
let voice: OwnVoice
const track = fakeTrack('audio')

beforeEach(() => {
  now = 0
  level = -60
  open = 0
  voice = new OwnVoice(
    () => {
      open += 1
      const close = () => {
        open -= 1
      }
      return { level: () => level, close }
    },
    () => now,
  )
})
afterEach(() => voice.close())

const muted: Situation = { track, unheard: true, ownTurn: false }
const speaking: Situation = { track, unheard: false, ownTurn: true }
const state = () => voice.store.getState()

function during(ms: number, decibels: number): void {
  level = decibels
  for (const end = now + ms; now < end; ) {
    now += LOOK_EVERY_MS
    voice.look()
  }
}

it('tells whoever speaks while nobody can hear it, and stops telling a little later', () => {
  voice.heed(muted)
  during(2_000, -60)
  expect(state().speakingWhileMuted).toBe(false)
  during(2_000, -25)
  expect(state().speakingWhileMuted).toBe(true)
  during(3_000, -60)
  expect(state().speakingWhileMuted).toBe(true)
  during(6_000, -60)
  expect(state().speakingWhileMuted).toBe(false)
})

it('a door that slams is no voice, nor is a fan that runs', () => {
  voice.heed(muted)
  during(800, -15)
  during(4_000, -60)
  expect(state().speakingWhileMuted).toBe(false)
  during(30_000, -52)
  expect(state().speakingWhileMuted).toBe(false)
})

it('stops telling at once when the microphone is on', () => {
  voice.heed(muted)
  during(3_000, -25)
  voice.heed({ ...muted, unheard: false })
  expect(state().speakingWhileMuted).toBe(false)
})

it('tells whoever has the floor that the microphone gives nothing, and not whoever only thinks', () => {
  voice.heed(speaking)
  during(20_000, -60)
  expect(state().silentMicrophone).toBe(false)
  during(9_000, -Infinity)
  expect(state().silentMicrophone).toBe(false)
  during(2_000, -90)
  expect(state().silentMicrophone).toBe(true)
  during(400, -30)
  expect(state().silentMicrophone).toBe(false)
})

it('listens only while there is something to find out', () => {
  voice.heed({ track, unheard: false, ownTurn: false })
  expect(open).toBe(0)
  voice.heed(muted)
  voice.heed({ ...muted })
  expect(open).toBe(1)
  voice.heed({ ...muted, track: fakeTrack('audio') })
  expect(open).toBe(1)
  voice.heed({ track: null, unheard: true, ownTurn: true })
  expect(open).toBe(0)
})
