// Counts what a hand does: real clicks and taps that the page hears, on whatever page the person is.
import type { Person } from './person.ts'

declare global {
  interface Window {
    __clicks?: () => number
  }
}

/** Before the person opens a page. @returns how many clicks so far, over all pages of this tab */
export async function countClicks({ page }: Person): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const KEY = 'e2e.clicks'
    addEventListener(
      'click',
      (event) => {
        // What a script presses is no hand's work; a label's press arrives a second time at its field, with no detail.
        if (event.isTrusted && event.detail > 0)
          sessionStorage.setItem(KEY, String(Number(sessionStorage.getItem(KEY) ?? '0') + 1))
      },
      { capture: true },
    )
    window.__clicks = () => Number(sessionStorage.getItem(KEY) ?? '0')
  })
  return () => page.evaluate(() => window.__clicks?.() ?? 0)
}
