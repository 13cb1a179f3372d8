// What axe finds fault with on the page that somebody is on.
import { AxeBuilder } from '@axe-core/playwright'
import { expect } from '@playwright/test'
import type { Person } from './person.ts'

export async function findsNothing(person: Person, page: string): Promise<void> {
  const findings = async (): Promise<string[]> => {
    const { violations } = await new AxeBuilder({ page: person.page }).analyze()
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target).join(' ')}`)
  }
  // While a dialog fades in, its letters are pale.
  await expect.poll(findings, { message: page }).toEqual([])
}
