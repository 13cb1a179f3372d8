// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'activation.title': 'Make an account',
  'activation.lead': 'With the slip that the branch handed out: the member number and the code printed on it.',
  'activation.scanned': 'Number and code are taken from the slip. Only a password is missing.',
  'activation.code': 'Code on the slip',
  'activation.code_hint':
    'Three groups of letters and figures, for example 7K2M-9XQ4-B3TDA. Capitals or not, with dashes or without.',
  'activation.code_missing': '{{count}} characters are missing.',
  'activation.code_complete': 'All {{count}} characters are there.',
  'activation.code_needed': 'Please type the code on the slip.',
  'activation.code_short': 'The code lacks {{count}} characters. Please look at the slip again.',
  'activation.code_long': 'The code has {{count}} characters too many. Please look at the slip again.',
  'activation.code_strange': 'There is no “{{letter}}” in the code on a slip. Please look at the slip again.',
  'activation.code_wrong':
    'Number or code are not right, or the slip was used, has expired, or was replaced. Please look at it again; if all is as printed, ask the branch secretary for a new slip.',
  'activation.submit': 'Make the account',
  'activation.sending': 'Making the account…',
  'activation.waiting': 'No network. All is kept here and sent again by itself; please do not close this page yet.',
  'activation.signed_in':
    'This device is signed in as {{name}}. To make an account for somebody else on it, please sign out first.',
  'activation.sign_out_first': 'Sign out, then make the account',
  'activation.stay': 'To my meetings',
  'activation.no_slip': 'No slip? Register and let the committee approve',
  'activation.have_account': 'Have an account? Sign in',

  'activation.password': 'New password',
  'activation.password_hint': 'Your own choice, at least {{count}} characters. A short sentence is best.',
  'activation.password_again': 'New password once more',
  'activation.show_passwords': 'Show the password',
  'activation.password_needed': 'Please choose a password.',
  'activation.password_short': 'The password needs at least {{count}} characters.',
  'activation.password_weak':
    'This password is easily guessed. Please choose another, not the member number or figures in a row.',
  'activation.password_long': 'The password is too long. Please choose a shorter one.',
  'activation.again_needed': 'Please type the password once more.',
  'activation.again_differs': 'The two are not the same. Switch “Show the password” on to compare.',

  'activation.register_title': 'Register for an account',
  'activation.register_lead':
    'For members without a slip. The branch committee looks at it and approves; then you can sign in.',
  'activation.name': 'Full name',
  'activation.name_hint': 'As it stands in the list of the branch',
  'activation.name_needed': 'Please write your full name.',
  'activation.name_long': 'The name is too long. Please shorten it.',
  'activation.phone': 'Telephone number (may be left empty)',
  'activation.phone_hint': 'So that the committee can ask back',
  'activation.phone_wrong': 'A telephone number has 8 to 16 figures and nothing else. Please check it.',
  'activation.register_submit': 'Send',
  'activation.register_sending': 'Sending…',
  'activation.offline': 'There is no network. Go on typing; all is kept here and can be sent when the network is back.',
  'activation.have_slip': 'Have a slip? Make the account now',
  'activation.sent_title': 'Sent',
  'activation.sent_lead': 'The request has arrived. What comes next:',
  'activation.sent_step_review': 'The branch committee compares it with the list of members.',
  'activation.sent_step_ask': 'Please tell the branch secretary or the committee that you have registered.',
  'activation.sent_step_sign_in':
    'Once it is approved, sign in with your number and the password you have just chosen.',
  'activation.sent_unknown':
    'To protect everybody, this page says the same whether the number is in a list or not. If you still cannot sign in after a while, please ask the branch secretary.',
  'activation.to_sign_in': 'To the sign-in page',
}
