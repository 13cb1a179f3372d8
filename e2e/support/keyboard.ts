// A person who has no mouse.
import { expect, type Locator, type Page } from '@playwright/test'

const MOST_STOPS = 80

/** Presses Tab until the focus is there. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press('Tab')
    if (await target.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`not reached with ${MOST_STOPS} tabs: ${target}`)
}

/** Tab to it, see where the focus is, and press. */
export async function press(page: Page, target: Locator, key: 'Enter' | 'Space' = 'Enter'): Promise<void> {
  await tabTo(page, target)
  await seesFocus(target)
  await page.keyboard.press(key)
}

/** A frame at least two pixels thick, drawn around the focused element or around the part of it that stands for it. */
export async function seesFocus(target: Locator): Promise<void> {
  const thickness = await target.evaluate((element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth)
  })
  expect(thickness, `frame around the focused ${target}`).toBeGreaterThanOrEqual(2)
}
