// One voice for a site: the operator's device, or an officer's who sits there.
import { expect, test } from 'vitest'
import { atSite, attendance, meeting, online, plan } from '../testing/sampleEvening.ts'
import { isSilentCompanion, speaksForSite } from './siteVoice.ts'

const here = (...memberIds: string[]) => ({
  ...attendance,
  intervals: Object.fromEntries(memberIds.map((memberId) => [memberId, [atSite('19:20')]])),
})
const voices = (officers: Parameters<typeof speaksForSite>[0], state = here('dv01', 'dv04', 'dv10', 'dv14')) =>
  ['dv01', 'dv04', 'dv10', 'dv14'].filter((memberId) => speaksForSite(officers, state, memberId))
const unmanned = { ...meeting, plan: { ...plan, sites: plan.sites.map((site) => ({ ...site, operatorId: null })) } }

test('the operator speaks for the site', () => expect(voices(meeting)).toEqual(['dv10']))

test('without an operator the chair does, else the minutes secretary', () => {
  expect(voices(unmanned)).toEqual(['dv01'])
  expect(voices(unmanned, here('dv04', 'dv14'))).toEqual(['dv14'])
  expect(voices(unmanned, here('dv04'))).toEqual([])
})

test('an operator who has not come, or was shown out, leaves nobody without a voice', () => {
  expect(voices(meeting, here('dv01', 'dv04', 'dv14'))).toEqual(['dv01'])
  expect(voices(meeting, here('dv04', 'dv14'))).toEqual(['dv14'])
  expect(voices(meeting, here('dv04'))).toEqual([])
})

test('who is at an own device is nobody’s companion', () => {
  const state = {
    ...here('dv10', 'dv04'),
    intervals: { dv04: [online('19:20')], dv10: [atSite('19:20')], dv05: [atSite('19:20')] },
  }
  expect(['dv04', 'dv10', 'dv05'].map((memberId) => isSilentCompanion(meeting, state, memberId))).toEqual([
    false,
    false,
    true,
  ])
})
