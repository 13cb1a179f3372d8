// What the meeting, the device, its person and the page bring about in the sound and picture of one place. The session is a fake.
import type { MediaSource } from '@hoi-truong/shared/media'
import type { MeetingStreamState } from '@hoi-truong/shared/streams'
import { beforeEach, expect, it } from 'vitest'
import { createStore } from 'zustand/vanilla'
import { fakeTrack } from '../../../testing/fakeTrack.ts'
import type { DevicesState } from '../devices/localDevices.ts'
import { OwnVoice, type Situation } from '../devices/ownVoice.ts'
import { leadingVoices, MediaConditions } from './mediaConditions.ts'
import type { MediaSession } from './mediaSession.ts'

type Everyone = MeetingStreamState['everyone']

const stay = (siteId: string | null) => [
  { startedAt: '2026-11-22T12:00:00Z', endedAt: null, place: siteId ? { kind: 'site', siteId } : { kind: 'device' } },
]
/** The chair and "far" are at home; at the site sit its operator and "near", who has a phone in the room as well. */
const evening = (speaker: string | null) =>
  ({
    meeting: {
      status: 'open',
      chairId: 'chair',
      minutesSecretaryId: null,
      plan: { sites: [{ siteId: 'hall', operatorId: 'operator' }] },
    },
    attendance: {
      intervals: { chair: stay(null), far: stay(null), operator: stay('hall'), near: stay('hall') },
      companions: { operator: true, near: true },
    },
    floor: { mode: 'chaired', hands: [], speeches: speaker ? [{ memberId: speaker, endedAt: null }] : [] },
    agenda: { items: [], courses: [] },
  }) as unknown as Everyone

const track = fakeTrack('audio')
let everyone: Everyone | null
let said: object[]
let preferred: readonly string[]
let heard: Situation[]

class Page extends EventTarget {
  visibilityState: DocumentVisibilityState = 'visible'
}
let page: Page
const saver = createStore(() => ({ saving: false }))
const devices = createStore(() => ({ microphone: { state: 'on', track }, muted: false }) as unknown as DevicesState)
const view = createStore(() => ({ held: [] as MediaSource[] }))

beforeEach(() => {
  said = []
  preferred = []
  heard = []
  page = new Page()
  everyone = null
  saver.setState({ saving: false })
  devices.setState({ muted: false })
  view.setState({ held: [] })
})

function begin(memberId: string): MediaConditions {
  const media = {
    view,
    suit: (conditions: object) => said.push(conditions),
    prefer: (voices: readonly string[]) => {
      preferred = voices
    },
  } as unknown as MediaSession
  const voice = new OwnVoice(() => ({ level: () => -60, close: () => undefined }))
  voice.heed = (situation) => void heard.push(situation)
  const conditions = new MediaConditions({ media, voice, memberId, devices, saver, everyone: () => everyone, page })
  conditions.begin()
  return conditions
}

it('the page goes into the background, data saver is chosen: said as it changes, and no more after the end', () => {
  const conditions = begin('far')
  expect(said.at(-1)).toEqual({ saving: false, visible: true, companion: false })
  page.visibilityState = 'hidden'
  page.dispatchEvent(new Event('visibilitychange'))
  expect(said.at(-1)).toEqual({ saving: false, visible: false, companion: false })
  saver.setState({ saving: true })
  expect(said.at(-1)).toEqual({ saving: true, visible: false, companion: false })
  conditions.end()
  const count = said.length
  saver.setState({ saving: false })
  page.dispatchEvent(new Event('visibilitychange'))
  expect(said).toHaveLength(count)
})

it.each([
  ['near', true],
  ['operator', false],
  ['far', false],
])('a device of %s beside a site’s own: %s', (memberId, companion) => {
  everyone = evening(null)
  begin(memberId)
  expect(said.at(-1)).toMatchObject({ companion })
})

it.each([
  [null, ['chair']],
  ['far', ['far', 'chair']],
  ['near', ['operator', 'chair']],
  ['chair', ['chair']],
])('%s has the floor: the voices that matter come from the devices of %o', (speaker, voices) => {
  everyone = evening(speaker)
  begin('far')
  expect(preferred).toEqual(voices)
  expect(leadingVoices(evening(speaker))).toEqual(voices)
})

it('the own microphone: unheard while muted or held, expected while the own turn lasts, also of who sits before it', () => {
  everyone = evening('near')
  const conditions = begin('operator')
  expect(heard.at(-1)).toEqual({ track, unheard: false, ownTurn: true })
  devices.setState({ muted: true })
  expect(heard.at(-1)).toEqual({ track, unheard: true, ownTurn: true })
  devices.setState({ muted: false })
  view.setState({ held: ['microphone'] })
  expect(heard.at(-1)?.unheard).toBe(true)
  everyone = evening(null)
  conditions.heed()
  expect(heard.at(-1)?.ownTurn).toBe(false)
})
