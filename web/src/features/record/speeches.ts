// Who spoke, as the record lists it: by item in the order in which they were taken up, on each everybody once with all their times.
import type { AgendaState } from '@hoi-truong/shared/agenda'
import type { FloorState } from '@hoi-truong/shared/floor'
import { findInRoll, type MeetingState } from '@hoi-truong/shared/meeting'

interface SpeechSpan {
  speechId: string
  /** ISO 8601; `to` null while it is on. */
  from: string
  to: string | null
}

export interface SpeakerLine {
  key: string
  memberId: string | null
  name: string | null
  /** The site whose microphone carried it. */
  site: string | null
  spans: SpeechSpan[]
  totalMs: number
}

export interface SpeechGroup {
  itemId: string | null
  /** Null: between the items. */
  title: string | null
  speakers: SpeakerLine[]
}

/** In the order of the first of each. (`Map.groupBy` is too new for the phones that this is read on.) */
function grouped<T, K>(list: readonly T[], keyOf: (one: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>()
  for (const one of list) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return [...groups]
}

interface View {
  meeting: Pick<MeetingState, 'plan' | 'roll'>
  agenda: Pick<AgendaState, 'items'>
  floor: Pick<FloorState, 'speeches'>
}

export function speechGroups({ meeting, agenda, floor }: View): SpeechGroup[] {
  // Those that were heard are noted when they are over: out of their turn.
  const inTime = floor.speeches.toSorted((a, b) => (a.startedAt < b.startedAt ? -1 : 1))
  return grouped(inTime, ({ itemId }) => itemId).map(([itemId, speeches]) => ({
    itemId,
    title: agenda.items.find((item) => item.itemId === itemId)?.title ?? null,
    speakers: grouped(speeches, ({ memberId, siteId }) => `${memberId} ${siteId}`).map(([key, own]) => {
      const { memberId = null, siteId = null } = own[0] ?? {}
      return {
        key,
        memberId,
        name: memberId === null ? null : (findInRoll(meeting, memberId)?.name ?? null),
        site: meeting.plan?.sites.find((site) => site.siteId === siteId)?.name ?? null,
        spans: own.map(({ speechId, startedAt, endedAt }) => ({ speechId, from: startedAt, to: endedAt })),
        totalMs: own.reduce(
          (sum, { startedAt, endedAt }) => sum + (endedAt === null ? 0 : Date.parse(endedAt) - Date.parse(startedAt)),
          0,
        ),
      }
    }),
  }))
}
