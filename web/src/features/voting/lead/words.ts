// Polls in the words of a branch: matters, ways of voting, stages, thresholds.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { Threshold } from '@hoi-truong/shared/rules'
import type { PollMatter, PollMethod, PollStage } from '@hoi-truong/shared/voting'
import type { Translate } from '../../../i18n/index.ts'

export const matterWords = {
  resolution: 'polling.matter_resolution',
  ordinary: 'polling.matter_ordinary',
  scoring: 'polling.matter_scoring',
  conduct: 'polling.matter_conduct',
  admission: 'polling.matter_admission',
  recognition: 'polling.matter_recognition',
  removal: 'polling.matter_removal',
  discipline: 'polling.matter_discipline',
  expulsion: 'polling.matter_expulsion',
  election: 'polling.matter_election',
  rating: 'polling.matter_rating',
  opinion: 'polling.matter_opinion',
} as const satisfies Record<PollMatter, MessageKey>

export const wayWords = {
  open: 'polling.way_open',
  paper: 'polling.way_paper',
  electronic: 'polling.way_electronic',
} as const satisfies Record<PollMethod, MessageKey>

export const wayLeads = {
  open: 'polling.way_open_lead',
  paper: 'polling.way_paper_lead',
  electronic: 'polling.way_electronic_lead',
} as const satisfies Record<PollMethod, MessageKey>

export const stageWords = {
  prepared: 'polling.stage_prepared',
  open: 'polling.stage_open',
  closed: 'polling.stage_closed',
  announced: 'polling.stage_announced',
  cancelled: 'polling.stage_cancelled',
} as const satisfies Record<PollStage, MessageKey>

/** The two that everybody knows by name; what else a committee has set is told in figures. */
export function thresholdWords(t: Translate, threshold: Threshold | null): string {
  if (threshold === null) return t('polling.threshold_none')
  const { numerator, denominator, strict } = threshold
  if (strict && numerator * 2 === denominator) return t('vote.threshold_half')
  if (!strict && numerator * 3 === denominator * 2) return t('vote.threshold_two_thirds')
  return t(strict ? 'polling.threshold_over' : 'polling.threshold_least', { numerator, denominator })
}
