// For every request: who may not ask it, and what it must not accept. The test beside this runs the table; a request
// that is missing here does not compile, and the test fails for it too.
import type { ErrorCode } from '@hoi-truong/shared/errors'
import type { MediaRequest } from '@hoi-truong/shared/media'
import { dtlsParameters, opusParameters, vp8Parameters } from './rtpSamples.ts'
import type { TestBrowser } from './TestBrowser.ts'

/** Three in one room: two who send and hear each other, and one who may send nothing. */
export interface Scene {
  me: TestBrowser
  other: TestBrowser
  listener: TestBrowser
  othersProducerId: string
  othersConsumerId: string
  myProducerId: string
  /** A producer in another room. */
  strangeProducerId: string
  /** Came back with a resume token. */
  returned: TestBrowser
}

interface WithoutRight {
  why: string
  by: (scene: Scene) => TestBrowser
  body: (scene: Scene) => object
  code: ErrorCode
  /** For batched requests, which refuse each part by itself. */
  failedPart?: boolean
}

export interface HostileCase {
  withoutRight: WithoutRight[]
  /** Whole bodies, each wrong in its own way. */
  malformed: unknown[]
}

const byMe = { by: (scene: Scene) => scene.me }
const noneOfThese: unknown[] = [undefined, null, 7, 'text', [], { surprise: true }]
const produceBody = (scene: Scene, changes: object = {}) => ({
  transportId: scene.me.room.sendTransport.id,
  kind: 'audio',
  source: 'microphone',
  rtpParameters: opusParameters(),
  paused: false,
  ...changes,
})
const producerCase: HostileCase = {
  withoutRight: [
    { why: "another's producer", ...byMe, body: (s) => ({ producerId: s.othersProducerId }), code: 'PRODUCER_UNKNOWN' },
  ],
  malformed: [...noneOfThese, { producerId: 1 }, { producerId: '' }, { producerId: 'x'.repeat(65) }],
}
const consumersCase: HostileCase = {
  withoutRight: [
    {
      why: "another's consumer",
      ...byMe,
      body: (s) => ({ consumerIds: [s.othersConsumerId] }),
      code: 'CONSUMER_UNKNOWN',
    },
  ],
  malformed: [
    ...noneOfThese,
    { consumerIds: [] },
    { consumerIds: 'a' },
    { consumerIds: [1] },
    { consumerIds: Array(101).fill('a') },
  ],
}

export const hostileCases: Record<MediaRequest, HostileCase> = {
  join: {
    withoutRight: [
      {
        why: 'with a resume token in place of a grant',
        by: (s) => s.returned,
        body: () => ({ device: 'computer' }),
        code: 'GRANT_MISSING',
      },
    ],
    malformed: [
      ...noneOfThese,
      {},
      { device: 'watch' },
      { device: null },
      { device: ['phone'] },
      { device: 'phone', cameras: 25 },
    ],
  },
  resume: {
    // Its right is the handshake's resume token: "before joining" is the case without one.
    withoutRight: [],
    malformed: [undefined, null, 7, 'text', { surprise: true }],
  },
  connectTransport: {
    withoutRight: [
      {
        why: "another's transport",
        ...byMe,
        body: (s) => ({ transportId: s.other.room.sendTransport.id, dtlsParameters }),
        code: 'TRANSPORT_UNKNOWN',
      },
      {
        why: 'with a certificate that is none',
        ...byMe,
        body: (s) => ({ transportId: s.me.room.sendTransport.id, dtlsParameters: { fingerprints: [{}] } }),
        code: 'MEDIA_INCOMPATIBLE',
      },
    ],
    malformed: [...noneOfThese, { transportId: 'a' }, { transportId: 'a', dtlsParameters: 'b' }],
  },
  restartIce: {
    withoutRight: [
      {
        why: "another's transport",
        ...byMe,
        body: (s) => ({ transportId: s.other.room.receiveTransport.id }),
        code: 'TRANSPORT_UNKNOWN',
      },
    ],
    malformed: [...noneOfThese, { transportId: {} }],
  },
  produce: {
    withoutRight: [
      {
        why: "on another's transport",
        ...byMe,
        body: (s) => produceBody(s, { transportId: s.other.room.sendTransport.id, source: 'screen', kind: 'video' }),
        code: 'TRANSPORT_UNKNOWN',
      },
      {
        why: 'on the transport that receives',
        ...byMe,
        body: (s) => produceBody(s, { transportId: s.me.room.receiveTransport.id }),
        code: 'TRANSPORT_UNKNOWN',
      },
      {
        why: 'a source that the grant does not name',
        by: (s) => s.listener,
        body: (s) => produceBody(s, { transportId: s.listener.room.sendTransport.id }),
        code: 'PUBLISH_NOT_ALLOWED',
      },
      { why: 'a source that is sent already', ...byMe, body: (s) => produceBody(s), code: 'SOURCE_TAKEN' },
      {
        why: 'video as the microphone',
        ...byMe,
        body: (s) => produceBody(s, { kind: 'video', rtpParameters: vp8Parameters() }),
        code: 'MEDIA_INCOMPATIBLE',
      },
      {
        why: 'sound as the camera',
        ...byMe,
        body: (s) => produceBody(s, { kind: 'video', source: 'camera' }),
        code: 'MEDIA_INCOMPATIBLE',
      },
      {
        why: 'parameters that are none',
        ...byMe,
        body: (s) => produceBody(s, { kind: 'video', source: 'camera', rtpParameters: { codecs: [{}] } }),
        code: 'MEDIA_INCOMPATIBLE',
      },
    ],
    malformed: [
      ...noneOfThese,
      { transportId: 'a', kind: 'audio', source: 'microphone', rtpParameters: {} },
      { transportId: 'a', kind: 'smell', source: 'microphone', rtpParameters: {}, paused: false },
      { transportId: 'a', kind: 'audio', source: 'chair', rtpParameters: {}, paused: false },
      { transportId: 'a', kind: 'audio', source: 'microphone', rtpParameters: null, paused: false },
      { transportId: 'a', kind: 'audio', source: 'microphone', rtpParameters: {}, paused: 'no' },
    ],
  },
  pauseProducer: producerCase,
  resumeProducer: producerCase,
  closeProducer: producerCase,
  consume: {
    withoutRight: [
      {
        why: 'a producer of another room',
        ...byMe,
        body: (s) => ({ producerIds: [s.strangeProducerId], rtpCapabilities: s.me.room.routerRtpCapabilities }),
        code: 'PRODUCER_UNKNOWN',
        failedPart: true,
      },
      {
        why: 'the own producer',
        ...byMe,
        body: (s) => ({ producerIds: [s.myProducerId], rtpCapabilities: s.me.room.routerRtpCapabilities }),
        code: 'PRODUCER_UNKNOWN',
        failedPart: true,
      },
      {
        why: 'without a codec in common',
        by: (s) => s.listener,
        body: (s) => ({ producerIds: [s.othersProducerId], rtpCapabilities: { codecs: [] } }),
        code: 'MEDIA_INCOMPATIBLE',
        failedPart: true,
      },
      {
        why: 'with capabilities that are none',
        ...byMe,
        body: (s) => ({ producerIds: [s.othersProducerId], rtpCapabilities: { codecs: 'all' } }),
        code: 'MEDIA_INCOMPATIBLE',
      },
    ],
    malformed: [
      ...noneOfThese,
      { producerIds: [], rtpCapabilities: {} },
      { producerIds: ['a'] },
      { producerIds: Array(101).fill('a'), rtpCapabilities: {} },
      { producerIds: ['a'], rtpCapabilities: [] },
    ],
  },
  pauseConsumers: consumersCase,
  resumeConsumers: consumersCase,
  setPreferredLayers: {
    withoutRight: [
      {
        why: "another's consumer",
        ...byMe,
        body: (s) => ({ consumerId: s.othersConsumerId, spatialLayer: 0 }),
        code: 'CONSUMER_UNKNOWN',
      },
    ],
    malformed: [
      ...noneOfThese,
      { consumerId: 'a' },
      { consumerId: 'a', spatialLayer: 3 },
      { consumerId: 'a', spatialLayer: -1 },
      { consumerId: 'a', spatialLayer: 0.5 },
      { consumerId: 'a', spatialLayer: 0, temporalLayer: '1' },
    ],
  },
  reportLink: {
    // It concerns nobody but the peer that asks: "before joining" is the case without right.
    withoutRight: [],
    malformed: [
      ...noneOfThese,
      {},
      { link: 'good' },
      { mostBitrate: null },
      { link: 'bad', mostBitrate: null },
      { link: 'poor', mostBitrate: 9_999 },
      { link: 'poor', mostBitrate: 100_000_001 },
      { link: 'poor', mostBitrate: -1 },
      { link: 'poor', mostBitrate: 64_000.5 },
      { link: 'poor', mostBitrate: '64000' },
      { link: 'poor', mostBitrate: Number.MAX_VALUE },
      { link: 'poor', mostBitrate: null, cameras: 25 },
    ],
  },
  leave: {
    // Its right is to be in the room: "before joining" is the case without.
    withoutRight: [],
    malformed: [undefined, null, 7, 'text', { surprise: true }],
  },
}
