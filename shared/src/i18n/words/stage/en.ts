// The same in English.
import type { vi } from './vi.ts'

export const en: Record<keyof typeof vi, string> = {
  'stage.pin': 'Pin',
  'stage.pin_of': 'Pin {{name}}',
  'stage.unpin': 'Unpin',
  'stage.unpin_of': 'Unpin {{name}}',
  'stage.this_device': '{{name}} (this device)',
  'stage.site': 'Site, {{count}} people',
  'stage.speaks_there': 'Speaking: {{name}}',
  'stage.hand': 'Hand raised ({{place}})',
  'stage.shown': 'What is being shown',
  'stage.screen_of': 'Screen of {{name}}',
  'stage.paper_of': '{{name}} is presenting a document.',
  'stage.screen_waiting': 'Loading the picture…',
  'stage.screen_poor': 'Your connection is too weak for this screen. It appears by itself when it gets better.',
  'stage.put_away': 'See everybody',
  'stage.bring_back': 'See what is being shown',
  'stage.layout': 'Layout',
  'stage.layout_auto': 'Automatic',
  'stage.layout_auto_note': 'Follows what is going on in the meeting',
  'stage.layout_speaker': 'Who is speaking',
  'stage.layout_gallery': 'Everybody',
  'stage.full_screen': 'Full screen',
  'stage.full_screen_off': 'Leave full screen',
  'stage.sharing': 'You are showing your screen. Everybody sees what you have chosen.',
  'stage.share_cancelled':
    'Not shown: you have not chosen a screen, or your device does not allow it. To show it, press again and choose a window or the screen.',
  'stage.share_failed': 'This device cannot capture its screen. Please try another window.',
  'stage.share_lost_floor': 'Your screen is no longer shown, because you may not show anything at the moment.',
  'stage.share_by_other': 'Your screen is no longer shown, because {{name}} has begun to show theirs.',
  'stage.share_needs_computer': 'This device cannot show its screen. A computer is needed.',
  'stage.share_at_site': 'This device accompanies a site: use the device of the site to show something.',
  'stage.share_not_now':
    'For the chair, the minutes secretary, the presenter of the item that is on and whoever has the floor.',
}
