// What axe finds fault with on the page that somebody is on.
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Person } from './person.ts'

export async function findsNothing(person: Person, page: string): Promise<void> {
  const findings = async (): Promise<string[]> => {
    // All in the page itself: we have no frames, for which axe would open a page more at each look.
    const { violations } = await new AxeBuilder({ page: person.page }).setLegacyMode().analyze()
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(' ')}`)
  }
  // While a dialog fades in, its letters are pale; and on a busy machine one look takes seconds.
  await expect.poll(findings, { message: page, timeout: 60_000 }).toEqual([])
}
