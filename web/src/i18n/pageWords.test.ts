// A page whose words are not loaded would show nothing where they belong: each names the areas it shows, and no others.
import { type Area, areas, type MessageKey } from '@hoi-truong/shared/i18n'
import { describe, expect, it } from 'vitest'
import { fetchedAhead, keysIn, lazyPages, modules, modulesOf } from './testing/pageWords.ts'

const areaOf = new Map<MessageKey, Area>()
for (const area of Object.keys(areas) as Area[])
  for (const key of Object.keys(await areas[area].vi())) areaOf.set(key as MessageKey, area)

/** Each area that is shown, with the places where it is. */
function shownFrom(root: string): Map<Area, string[]> {
  const shown = new Map<Area, string[]>()
  for (const module of modulesOf(root)) {
    for (const key of keysIn(module, [...areaOf.keys()])) {
      const area = areaOf.get(key as MessageKey)
      if (area) shown.set(area, [...(shown.get(area) ?? []), `${key} in ${module}`])
    }
  }
  return shown
}

const placesBeside = (shown: Map<Area, string[]>, loaded: readonly string[]): string[] =>
  [...shown].filter(([area]) => !loaded.includes(area)).flatMap(([, places]) => places)

const withoutSession = new Set([
  'features/account/components/SignInPage.tsx',
  'features/account/activation/ActivatePage.tsx',
  'features/account/activation/RegisterPage.tsx',
  'app/UnknownPage.tsx',
  // It loads what the pages within it share.
  'app/SignedInShell.tsx',
])

it('shows only the core before a page is there', () => {
  expect(placesBeside(shownFrom('main.tsx'), ['core'])).toEqual([])
})

describe.each(lazyPages)('$module', ({ module, areas: named }) => {
  const shown = shownFrom(module)

  it('names every area that it shows', () => {
    const shared = withoutSession.has(module) ? ['core'] : ['core', 'shell']
    expect(placesBeside(shown, [...shared, ...named])).toEqual([])
  })

  it('makes nobody wait for words that it does not show', () => {
    const beside = module === 'app/SignedInShell.tsx' ? ['shell'] : []
    expect(named.filter((area) => !beside.includes(area) && !shown.has(area as Area))).toEqual([])
  })
})

it('fetches no page ahead without its words', () => {
  for (const module of modules) {
    const ahead = fetchedAhead(module)
    for (const page of ahead.pages)
      expect(ahead.areas, `${page.module} in ${module}`).toEqual(expect.arrayContaining(page.areas))
  }
})

it('knows the pages', () => {
  expect(lazyPages.length).toBeGreaterThanOrEqual(7)
  expect(fetchedAhead('features/meeting/components/Room.tsx').pages).not.toEqual([])
  expect(modulesOf('features/meeting/components/RoomPage.tsx')).toContain('ui/SidePanel.tsx')
})
