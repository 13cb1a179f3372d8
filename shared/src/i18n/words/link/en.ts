// A poor link, and spending little data.
export const en = {
  'link.smaller': 'Weak network: smaller pictures, so that the sound stays. They will be as before by themselves.',
  'link.one_picture':
    'Weak network: one small picture is left, so that the sound stays. The others will come back by themselves.',
  'link.no_pictures':
    'Weak network: no pictures for now, so that the sound stays. They will come back by themselves; there is nothing to do.',
  'link.one_voice':
    'Very weak network: only the voice of whoever speaks. All else will come back by itself; there is nothing to do.',
  'link.own_picture_off':
    'Weak network: your picture is not sent for now, so that the sound stays. It will come back by itself.',
  'link.saving': 'Saving data: one small picture only.',
  'link.saver_note': 'Receives one small picture only and costs less data',
  'link.saver_on_note': 'On. Press to see all pictures.',
} as const
