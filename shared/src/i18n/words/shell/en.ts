// The same in English.
import { en as errors } from '../errors/en.ts'
import { en as terms } from '../terms/en.ts'
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  ...terms,
  ...errors,

  'common.cancel': 'No, go back',
  'common.close': 'Close',
  'common.skip': 'Go to the main content',

  'members.title': 'Members of the branch',

  'accounts.title': 'Accounts of the members',
  'accounts.waiting': '{{count}} waiting',
  'accounts.own': 'My account',
  'accounts.own_short': 'Account',

  'meetings.kind_month': '{{kind}}, {{month}}',
  'meetings.record': 'Read the record',

  'room.title': 'Meeting room',
  'connectiontest.title': 'Connection test',

  'meeting.annual_review': 'Annual review',
  'meeting.admission_ceremony': 'Admission ceremony',

  'status.draft': 'Draft',
  'status.announced': 'Not open yet',
  'status.open': 'In session',
  'status.closed': 'Over',
  'status.sealed': 'Sealed',
  'status.cancelled': 'Cancelled',
  'status.not_held': 'Not held',
  'practice.tag': 'Practice: counts in no figures',
}
