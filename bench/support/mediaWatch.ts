// Watches in the page when sound and picture of others arrive: the moments (ms since 1970) at which something new was decoded.
import type { Page } from '@playwright/test'

interface Watch {
  sound: number[]
  picture: number[]
  clicked: number | null
}

declare global {
  interface Window {
    __watch?: Watch
  }
}

const LOOK_EVERY_MS = 20

/** Begins to watch, in this page until it is left; a click on `testId` is noted too. */
export async function watch(page: Page, testId: string): Promise<void> {
  await page.evaluate(
    ({ testId: wanted, every }) => {
      const seen: Watch = { sound: [], picture: [], clicked: null }
      const running = window.__watch !== undefined
      window.__watch = seen
      if (running) return
      document.addEventListener(
        'click',
        (event) => {
          const target = event.target instanceof Element ? event.target.closest(`[data-testid="${wanted}"]`) : null
          if (target && window.__watch) window.__watch.clicked = Date.now()
        },
        { capture: true },
      )
      let before = { sound: 0, picture: 0 }
      const look = async () => {
        // While the room is being rebuilt there is nothing to ask.
        const stats = Object.values((await window.__hoiTruong?.mediaStats().catch(() => undefined)) ?? {})
        const now = {
          sound: stats.reduce((sum, { audioEnergy }) => sum + audioEnergy, 0),
          picture: stats.reduce((sum, { framesDecoded }) => sum + framesDecoded, 0),
        }
        // After a break everything counts from nought again: any change but to nothing is news.
        if (now.sound !== before.sound && now.sound > 0) window.__watch?.sound.push(Date.now())
        if (now.picture !== before.picture && now.picture > 0) window.__watch?.picture.push(Date.now())
        before = now
        if (window.__watch) setTimeout(() => void look(), every)
      }
      void look()
    },
    { testId, every: LOOK_EVERY_MS },
  )
}

/** Looking fifty times a second is work as well. */
export const stopWatching = (page: Page): Promise<void> =>
  page.evaluate(() => {
    delete window.__watch
  })

export const watched = async (page: Page): Promise<Watch> =>
  (await page.evaluate(() => window.__watch)) ?? { sound: [], picture: [], clicked: null }

/** The moment at which the longest silence that began after `from` ended; null while there is none to speak of. */
export function endOfLongestGap(moments: readonly number[], from: number, leastMs: number): number | null {
  const relevant = [from, ...moments.filter((moment) => moment > from)]
  let end: number | null = null
  let longest = leastMs
  for (const [index, moment] of relevant.entries()) {
    const gap = moment - (relevant[index - 1] ?? moment)
    if (gap > longest) {
      longest = gap
      end = moment
    }
  }
  return end
}

/** Asks again until there is something, for at most so long. */
export async function until<T>(probe: () => Promise<T | false>, patienceMs = 30_000): Promise<T> {
  const end = Date.now() + patienceMs
  for (;;) {
    const value = await probe()
    if (value !== false) return value
    if (Date.now() > end) throw new Error('waited in vain for sound and picture')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
