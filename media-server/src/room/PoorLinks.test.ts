// One poor link is enough, and half a minute without any ends it; with made time.
import { expect, it } from 'vitest'
import { PoorLinks } from './PoorLinks.ts'

it('begins with the first poor link and ends half a minute after the last', () => {
  const links = new PoorLinks()
  expect(links.any(0)).toBe(false)
  links.report('an', 'good', 0)
  expect([links.any(0), links.endsAt()]).toEqual([false, undefined])
  links.report('an', 'poor', 1_000)
  links.report('binh', 'poor', 1_000)
  links.report('an', 'good', 5_000)
  expect([links.any(100_000), links.endsAt()]).toEqual([true, undefined])
  links.left('binh', 100_000)
  expect([links.any(129_999), links.endsAt()]).toEqual([true, 130_000])
  expect(links.any(130_000)).toBe(false)
})

it('a link that is poor again meanwhile starts it anew', () => {
  const links = new PoorLinks()
  links.report('an', 'poor', 0)
  links.report('an', 'good', 10_000)
  links.report('an', 'poor', 20_000)
  expect(links.any(50_000)).toBe(true)
  links.report('an', 'good', 60_000)
  expect([links.any(89_999), links.any(90_000)]).toEqual([true, false])
})

it('good news again and again does not put the end off', () => {
  const links = new PoorLinks()
  links.report('an', 'poor', 0)
  links.report('an', 'good', 1_000)
  links.report('an', 'good', 20_000)
  links.left('an', 25_000)
  expect(links.endsAt()).toBe(31_000)
})
