// The terms for a meeting's kinds, forms and states.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { MeetingForm, MeetingKind, MeetingStatus } from '@hoi-truong/shared/meeting'

export const kindWords = {
  regular: 'meeting.regular',
  thematic: 'meeting.thematic',
  regularPlusThematic: 'meeting.regular_plus_thematic',
  extraordinary: 'meeting.extraordinary',
  committee: 'meeting.committee_meeting',
  annualReview: 'meeting.annual_review',
  admissionCeremony: 'meeting.admission_ceremony',
  congress: 'meeting.congress',
} as const satisfies Record<MeetingKind, MessageKey>

export const formWords = {
  inPerson: 'meeting.form_inperson',
  online: 'meeting.form_online',
  hybrid: 'meeting.form_hybrid',
} as const satisfies Record<MeetingForm, MessageKey>

export const statusWords = {
  draft: 'status.draft',
  announced: 'status.announced',
  open: 'status.open',
  closed: 'status.closed',
  sealed: 'status.sealed',
  cancelled: 'status.cancelled',
  notHeld: 'status.not_held',
} as const satisfies Record<MeetingStatus, MessageKey>
