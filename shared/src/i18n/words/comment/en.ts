// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'comments.lead': 'You can send one even when you do not attend. An opinion does not count as being present.',
  'comments.none': 'No opinions yet.',
  'comments.write': 'Write an opinion',
  'comments.about': 'Opinion on',
  'comments.about_meeting': 'The whole meeting',
  'comments.about_document': 'Document: {{name}}',
  'comments.items': 'Order of business',
  'comments.documents': 'Documents',
  'comments.item_gone': 'An item that was taken off',
  'comments.document_gone': 'A document that was removed',
  'comments.text': 'Your opinion',
  'comments.kept_draft': 'What you are writing is kept on this device.',
  'comments.left': '{{count}} characters left.',
  'comments.too_long': 'Longer than {{count}} characters. Please shorten it, or send two.',
  'comments.empty': 'Please write your opinion before sending it.',
  'comments.will_be_late': 'The meeting is over. An opinion sent now is kept with the branch and marked as late.',

  'comments.sending': 'Sending…',
  'comments.waiting':
    'Not sent yet. The opinion is kept on this device and is sent by itself when the network is back; no need to press again.',
  'comments.take_back': 'Do not send',
  'comments.sent': 'Sent',
  'comments.sent_late':
    'The opinion came after the meeting was closed: it is kept with the branch and marked as late. The committee and you can read it.',
  'comments.refused': 'The opinion was not accepted',
  'comments.copy': 'Copy the text',
  'comments.copied': 'Copied',
  'comments.put_away': 'Understood, drop this text',
  'comments.yours': 'yours',
  'comments.withdraw': 'Withdraw',
  'comments.withdrawn_count': 'Opinions that their authors withdrew: {{count}}.',

  'comments.during': 'Sent during the meeting',
  'comments.after': 'Sent after the closing',
  'comments.read_at': 'Read out to the branch at {{time}}',
  'comments.mark_afterwards': 'Mark as read out to the branch',
  'comments.mark_afterwards_of': 'Mark as read out to the branch: the opinion of {{name}}',
  'comments.mark_of': 'Read out to the branch: the opinion of {{name}}',
  'comments.undo': 'Undo',
  'comments.undo_of': 'Undo: the opinion of {{name}} was not read out',
  'comments.running': 'Under discussion: {{title}}',
  'comments.late': 'Sent after the closing ({{count}})',
  'comments.late_lead': 'Kept with the branch. Only the committee and the author can read them.',

  'comments.to_read': 'Opinions to read out ({{count}})',
  'comments.newest': 'New',
  'comments.show_all': 'All opinions ({{count}})',
  'comments.show_read': 'Read out ({{count}})',
}
