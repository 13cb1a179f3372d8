// The first words, in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'app.name': 'Online branch meeting room',

  'common.loading': 'Loading…',
  'common.back': 'Back to the list of meetings',
  'common.language': 'Tiếng Việt',
  'common.language_label': 'Change to Vietnamese',
  'common.page_unknown': 'There is no such page.',
  'common.page_failed': 'This page failed. Please reload it.',
  'common.reload': 'Reload the page',
  'common.unreachable': 'The server cannot be reached. Trying again; please check the network.',

  'signin.title': 'Sign in',
  'signin.lead': 'Sign in with your member number and your password.',
  'signin.member_number': 'Member number',
  'signin.member_number_hint': 'For example: MAU-00001. Capital or small letters, both will do.',
  'signin.password': 'Password',
  'signin.show_password': 'Show password',
  'signin.submit': 'Sign in',
  'signin.number_needed': 'Please enter your member number.',
  'signin.number_wrong_form': 'A member number has only letters, digits and hyphens. Please check it.',
  'signin.password_needed': 'Please enter your password.',
  'signin.blocked_for': 'You can try again in {{time}}.',
  'signin.help': 'Password forgotten? The branch secretary can give you a new one.',
  'signin.have_slip': 'Have a slip? Make an account',
  'signin.register': 'No account yet? Register',
  'signin.checking': 'Opening the meeting room…',

  'error.REQUEST_MALFORMED': 'What was sent is not right. Please check it and send it again.',
  'error.REQUEST_TOO_LARGE': 'What was sent is too long. Please shorten it and send it again.',
  'error.REQUEST_UNKNOWN': 'The system does not know this request. Please reload the page.',
  'error.NOT_FOUND': 'This was not found. Please go back to the list of meetings.',
  'error.FORBIDDEN': 'You have no right to do this. If you need it, please ask the branch secretary.',
  'error.TOO_MANY_REQUESTS': 'Too many steps at once. Please wait a moment and try again.',
  'error.INTERNAL': 'The system failed. Please try again in a few minutes; if it fails again, tell the administrator.',
  'error.DATABASE_UNAVAILABLE': 'The system cannot record this just now. Please wait a moment and try again.',
  'error.TIMEOUT': 'No answer came. Please check the network and try again.',
  'error.PROTOCOL_OLD': 'There is a newer version. Please reload the page.',
  'error.CREDENTIALS_WRONG': 'The member number or the password is wrong. Please check and enter both again.',
  'error.SIGN_IN_BLOCKED':
    'Too many wrong attempts. Please wait and try again, or ask the branch secretary for a new password.',
  'error.ACCOUNT_SUSPENDED': 'This account is locked. Please ask the branch secretary.',
  'error.TOKEN_MISSING': 'You are not signed in. Please sign in.',
  'error.TOKEN_INVALID': 'This sign-in is no longer valid. Please sign in again.',
  'error.TOKEN_EXPIRED': 'This sign-in has expired. Please sign in again.',
  'error.REFRESH_INVALID': 'This sign-in has ended. Please sign in again.',
  'error.REFRESH_REUSED':
    'This sign-in was used elsewhere and was ended for safety. Please sign in again, and change the password if it was not you.',
}
