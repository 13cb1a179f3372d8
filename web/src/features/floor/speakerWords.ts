// Whoever speaks, as they are called: by name, with the site that carries their voice; where only a site's microphone is known, by the site.
import { findInRoll, type MeetingState } from '@hoi-truong/shared/meeting'
import type { Translate } from '../../i18n/index.ts'
import { siteNameIn } from '../meeting/siteNameIn.ts'

export function speakerWords(
  t: Translate,
  meeting: MeetingState,
  { memberId, siteId }: { memberId: string | null; siteId: string | null },
): string {
  const site = siteId === null ? null : siteNameIn(meeting, siteId)
  if (memberId === null) return t('floor.somebody_at', { site: site ?? '' })
  const name = t('floor.comrade', { name: findInRoll(meeting, memberId)?.name ?? '' })
  return site === null ? name : `${name} ${t('floor.at_site', { site })}`
}
