// The floor (quyền phát biểu): hands raised, the chair's queue, who speaks from when to when, sound switched off by the chair.
import { z } from 'zod'
import type { EventDraft } from '../log/index.ts'

/** Chaired (chủ trì mời từng đồng chí) is the default; open (phát biểu tự do) is the chair's switch (DESIGN 3). */
export const floorModeSchema = z.enum(['chaired', 'open'])
export type FloorMode = z.infer<typeof floorModeSchema>

/** Taken down by its owner, or by whoever raised it for them; passed over by the chair. */
export type HandEnd = 'own' | 'chair'

/** The speaker has finished; the chair ended it; the chair gave the floor to the next. Leaving and the closing end it by themselves. */
export type SpeechEnd = 'own' | 'chair' | 'next' | 'left' | 'closed'

export type FloorEvent =
  | EventDraft<'floor.modeChanged', { mode: FloorMode }>
  /** Giơ tay: by the member, or for them by whoever runs their site. */
  | EventDraft<'floor.handRaised', { handId: string; memberId: string }>
  | EventDraft<'floor.handLowered', { handId: string; reason: HandEnd }>
  /** The chair puts a hand before another one; null: to the end of the queue. */
  | EventDraft<'floor.handMoved', { handId: string; before: string | null }>
  /** Mời phát biểu. Takes the member's hand down; ends the speech that was on. */
  | EventDraft<'floor.granted', GrantedSpeech>
  | EventDraft<'floor.limitChanged', { speechId: string; limitSeconds: number | null }>
  | EventDraft<'floor.ended', { speechId: string; reason: Extract<SpeechEnd, 'own' | 'chair'> }>
  /** By the server: who was heard without a grant (the chair, or anybody while the floor is open), after it is over. */
  | EventDraft<'floor.speechHeard', HeardSpeech>
  /**
   * Tắt tiếng: microphones that were on are off now; their people may switch them on again. Null: everybody's but those of `except`,
   * who is the chair and whoever has the floor.
   */
  | EventDraft<'floor.silenced', { memberIds: string[] | null; except: string[] }>

export interface GrantedSpeech {
  speechId: string
  memberId: string
  /** The site whose microphone carries it; null: the member's own device. */
  siteId: string | null
  /** The agenda item that was on. */
  itemId: string | null
  /** From the beginning of the speech; null: as long as it takes. */
  limitSeconds: number | null
}

export interface HeardSpeech {
  speechId: string
  /** Null where a site's microphone was heard and nobody knows who sat before it. */
  memberId: string | null
  siteId: string | null
  itemId: string | null
  /** ISO 8601, by the log's clock. */
  startedAt: string
  endedAt: string
}

const id = z.uuid().toLowerCase()
/** Half a minute to an hour. */
const limitSeconds = z.int().min(30).max(3600).nullable()

export const floorCommands = {
  'floor.changeMode': z.strictObject({ mode: floorModeSchema }),
  /** `handId` is made by the device. A hand that is up already stays where it is. */
  'floor.raiseHand': z.strictObject({ handId: id, memberId: id }),
  'floor.lowerHand': z.strictObject({ handId: id }),
  'floor.moveHand': z.strictObject({ handId: id, before: id.nullable() }),
  /** Also to somebody who has not raised a hand. */
  'floor.grant': z.strictObject({ speechId: id, memberId: id, limitSeconds }),
  'floor.changeLimit': z.strictObject({ speechId: id, limitSeconds }),
  /** By the speaker, whoever runs their site, or the chair. */
  'floor.end': z.strictObject({ speechId: id }),
  /** By the server. */
  'floor.recordSpeech': z.strictObject({
    speechId: id,
    memberId: id.nullable(),
    siteId: id.nullable(),
    itemId: id.nullable(),
    startedAt: z.iso.datetime(),
    endedAt: z.iso.datetime(),
  }),
  /** Null: everybody but the chair and whoever has the floor. */
  'floor.silence': z.strictObject({ memberIds: z.array(id).min(1).max(500).nullable() }),
} as const
