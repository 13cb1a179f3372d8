// Which streams flow, for every reason there is: policy, link, person, page, stage.
import type { MediaPolicy, MediaSource, ProducerDescription } from '@hoi-truong/shared/media'
import { describe, expect, it } from 'vitest'
import { type Conditions, receptionOf } from './reception.ts'
import { type Arrangement, type Hearing, wantedStreams } from './wantedStreams.ts'

const usual: Conditions = { step: 'good', saving: false, visible: true, companion: false }
const policy: MediaPolicy = { cameras: 3, highestLayer: 2, receiveBitrate: null, voice: 'usual' }

const of = (memberId: string, source: MediaSource, paused = false): ProducerDescription => ({
  producerId: `${memberId}-${source}`,
  memberId,
  source,
  paused,
})
const members = ['chair', 'a', 'b', 'c', 'd']
const room = [...members.map((id) => of(id, 'microphone')), ...members.map((id) => of(id, 'camera'))]
const withScreen = [...room, of('a', 'screen')]
const voices = members.map((id) => `${id}-microphone`)

const arrangement: Arrangement = { pinned: ['chair'], tileHeights: null, voices: [] }
const hearing: Hearing = { lastSpoke: new Map(), speakers: [], flows: () => false }

interface Case {
  conditions?: Partial<Conditions>
  policy?: Partial<MediaPolicy>
  producers?: ProducerDescription[]
  arrangement?: Partial<Arrangement>
  hearing?: Partial<Hearing>
}
const wanted = (one: Case) => {
  const reception = receptionOf({ ...usual, ...one.conditions }, { ...policy, ...one.policy })
  const hears = { ...hearing, ...one.hearing }
  return [...wantedStreams(one.producers ?? room, reception, { ...arrangement, ...one.arrangement }, hears)].sort()
}
const pictures = (one: Case) => wanted(one).filter((id) => !id.endsWith('microphone'))
const heard = (one: Case) => wanted(one).filter((id) => id.endsWith('microphone'))

describe('pictures', () => {
  it.each<[string, Case, string[]]>([
    ['as many cameras as the server allows', {}, ['a-camera', 'b-camera', 'chair-camera']],
    ['and the screen besides', { producers: withScreen }, ['a-camera', 'a-screen', 'b-camera', 'chair-camera']],
    ['fewer when the server allows fewer', { policy: { cameras: 1 } }, ['chair-camera']],
    ['none of who has no tile', { arrangement: { tileHeights: new Map([['d', 90]]) } }, ['d-camera']],
    [
      'none of a tile that is not on the screen',
      { arrangement: { tileHeights: new Map([...members.map((id) => [id, 0] as const), ['c', 90] as const]) } },
      ['c-camera'],
    ],
    [
      'none in a tab in the background or on a locked phone',
      { conditions: { visible: false }, producers: withScreen },
      [],
    ],
    ['one while saving data', { conditions: { saving: true } }, ['chair-camera']],
    ['and it is the screen where there is one', { conditions: { saving: true }, producers: withScreen }, ['a-screen']],
    ['one on a poor link', { conditions: { step: 'onePicture' } }, ['chair-camera']],
    [
      'all of them, small, on one that is a little poor',
      { conditions: { step: 'smaller' } },
      ['a-camera', 'b-camera', 'chair-camera'],
    ],
    ['none on a poorer one', { conditions: { step: 'noPictures' }, producers: withScreen }, []],
    [
      'beside a site’s device only what is shown to all',
      { conditions: { companion: true }, producers: withScreen },
      ['a-screen'],
    ],
    ['not what its sender has switched off', { producers: [of('a', 'camera', true), of('a', 'screen', true)] }, []],
  ])('%s', (_why, one, expected) => expect(pictures(one)).toEqual(expected))

  it.each<[Partial<Conditions>, Partial<MediaPolicy>, number]>([
    [{}, {}, 2],
    [{}, { highestLayer: 1 }, 1],
    [{ step: 'smaller' }, {}, 0],
    [{ saving: true }, {}, 0],
  ])('%o and %o: up to layer %i', (conditions, server, layer) => {
    expect(receptionOf({ ...usual, ...conditions }, { ...policy, ...server }).largestLayer).toBe(layer)
  })
})

describe('voices', () => {
  it.each<[string, Case]>([
    ['all of them', {}],
    [
      'also those that are off, so that nothing is lost when they come on',
      { producers: members.map((id) => of(id, 'microphone', true)) },
    ],
    ['in the background too', { conditions: { visible: false } }],
    ['while saving data', { conditions: { saving: true } }],
    ['without pictures', { conditions: { step: 'noPictures' } }],
  ])('%s', (_why, one) => expect(heard(one)).toEqual(voices.toSorted()))

  it('none beside a site’s own device: the hall would howl', () => {
    expect(heard({ conditions: { companion: true } })).toEqual([])
    expect(heard({ conditions: { companion: true, step: 'oneVoice' } })).toEqual([])
  })

  const one = { conditions: { step: 'oneVoice' } } as const
  it.each<[string, Case, string[]]>([
    ['who is heard now', { hearing: { speakers: ['b', 'c'] } }, ['b-microphone']],
    [
      'who was heard before somebody louder broke in',
      { hearing: { speakers: ['b', 'c'], flows: (id) => id.startsWith('c') } },
      ['c-microphone'],
    ],
    ['who has the floor, while nobody speaks', { arrangement: { voices: ['d', 'chair'] } }, ['d-microphone']],
    [
      'the chair, when that one is off',
      { arrangement: { voices: ['d', 'chair'] }, producers: [of('d', 'microphone', true), of('chair', 'microphone')] },
      ['chair-microphone'],
    ],
    [
      'else who spoke last',
      {
        hearing: {
          lastSpoke: new Map([
            ['a', 2],
            ['c', 5],
          ]),
        },
      },
      ['c-microphone'],
    ],
    ['nobody where all are off', { producers: [of('a', 'microphone', true)] }, []],
  ])('on the poorest link one: %s', (_why, more, expected) => expect(heard({ ...one, ...more })).toEqual(expected))
})
