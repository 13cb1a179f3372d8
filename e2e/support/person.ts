// One person with one browser: what they do, in the words of the user.
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'
import type { RunningSystem } from './system.ts'

export interface PersonOptions {
  /** A phone of 390x844 instead of a desktop of 1366x768. */
  phone?: boolean
  /** Time on the person's pages can be let pass, with `waits`. */
  ownTime?: boolean
}

interface JoinOptions {
  /** As with `signIn`. */
  password?: string
  voiceOnly?: boolean
}

/** The buttons of the device check. */
export type Door = 'device-join' | 'device-join-voice-only' | 'device-join-listen'

export interface SourceStats {
  frameHeight: number
  concealedSamples: number
  silentConcealedSamples: number
  totalSamplesReceived: number
}

/** By member. */
export type MediaStats = Record<
  string,
  {
    framesDecoded: number
    audioEnergy: number
    sources: Partial<Record<'microphone' | 'camera' | 'screen', SourceStats>>
  }
>

export class Person {
  readonly page: Page
  readonly context: BrowserContext
  readonly system: RunningSystem
  /** Faults that the page met; every test ends by finding none. */
  readonly faults: string[] = []

  private constructor(context: BrowserContext, page: Page, system: RunningSystem) {
    this.context = context
    this.page = page
    this.system = system
    page.on('pageerror', (error) => this.faults.push(error.message))
  }

  static async arrive(
    browser: Browser,
    system: RunningSystem,
    { phone = false, ownTime = false }: PersonOptions = {},
  ): Promise<Person> {
    const size = phone ? { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } : {}
    const context = await browser.newContext(size)
    if (ownTime) await context.clock.install()
    return new Person(context, await context.newPage(), system)
  }

  /** So long passes on the person's pages at once: what is done every few seconds is done now. */
  async waits(seconds: number): Promise<void> {
    await this.context.clock.fastForward(seconds * 1000)
  }

  /** A further tab of the same browser. */
  async openTab(): Promise<Person> {
    return new Person(this.context, await this.context.newPage(), this.system)
  }

  byId(testId: string) {
    return this.page.getByTestId(testId)
  }

  /**
   * On the own first page. Without a password the person has signed in earlier and the page finds the session there, which is quicker;
   * a password is typed on the sign-in page.
   */
  async signIn(memberNumber: string, password?: string): Promise<void> {
    if (password === undefined) await this.#hasSignedIn(memberNumber)
    await this.page.goto(this.system.url)
    if (password === undefined) return
    await this.byId('sign-in-member-number').fill(memberNumber)
    await this.byId('sign-in-password').fill(password)
    await this.byId('sign-in-submit').click()
  }

  /** The cookie, and the page's own note that there is one. */
  async #hasSignedIn(memberNumber: string): Promise<void> {
    const { password, url } = this.system
    const answer = await this.context.request.post(`${url}/api/v1/auth/login`, { data: { memberNumber, password } })
    if (!answer.ok()) throw new Error(`${memberNumber} could not sign in: ${await answer.text()}`)
    // Any address of the same origin will do to write the note at.
    await this.page.goto(`${url}/healthz`)
    await this.page.evaluate(() => localStorage.setItem('hoi-truong.session', '1'))
  }

  /** From the list of meetings through the device check into the room. */
  async enterRoom({ voiceOnly = false } = {}): Promise<void> {
    await this.byId('meeting-join').first().click()
    await this.byId(voiceOnly ? 'device-join-voice-only' : 'device-join').click()
    await expect(this.byId('room')).toBeVisible({ timeout: 30_000 })
    await this.isConnected()
  }

  /** By the meeting's own address, where the list may show several. */
  async enterMeeting(meetingId: string, door: Door = 'device-join'): Promise<void> {
    await expect(this.byId('sign-out')).toBeVisible()
    await this.#goThroughDoor(meetingId, door)
  }

  /** As somebody who has signed in earlier and follows a link to the meeting. */
  async enterAs(memberNumber: string, meetingId: string, door: Door = 'device-join'): Promise<void> {
    await this.#hasSignedIn(memberNumber)
    await this.#goThroughDoor(meetingId, door)
  }

  async #goThroughDoor(meetingId: string, door: Door): Promise<void> {
    await this.page.goto(`${this.system.url}/meetings/${meetingId}/join`)
    await this.byId(door).click()
    await expect(this.byId('room')).toBeVisible({ timeout: 30_000 })
    await this.isConnected()
  }

  async join(memberNumber: string, { password, voiceOnly = false }: JoinOptions = {}): Promise<void> {
    await this.signIn(memberNumber, password)
    await this.enterRoom({ voiceOnly })
  }

  /** Both lines stand: to the meeting and to sound and picture. */
  async isConnected(): Promise<void> {
    await expect(this.byId('connection-state')).toHaveAttribute('data-state', 'connected', { timeout: 30_000 })
    await expect(this.byId('connection-state')).toHaveAttribute('data-media', 'connected', { timeout: 30_000 })
  }

  stats(): Promise<MediaStats> {
    return this.page.evaluate(() => window.__hoiTruong?.mediaStats() ?? {})
  }

  /** What carries sound and picture to this person: `udp`, `tcp`. */
  receivesBy(): Promise<string | null | undefined> {
    return this.page.evaluate(async () => (await window.__hoiTruong?.pathStats())?.receive.protocol)
  }

  /** Pictures of others decoded so far. */
  async pictures(): Promise<number> {
    return Object.values(await this.stats()).reduce((sum, { framesDecoded }) => sum + framesDecoded, 0)
  }

  /** Waits until exactly this many others are heard, and seen, between two looks: a picture needs a longer one than sound. */
  async hearsAndSees(others: number, { seen = others } = {}): Promise<void> {
    let before = await this.stats()
    await expect
      .poll(
        async () => {
          const now = await this.stats()
          const members = Object.entries(now)
          const result = {
            heard: members.filter(([id, { audioEnergy }]) => audioEnergy > (before[id]?.audioEnergy ?? Infinity))
              .length,
            seen: members.filter(([id, { framesDecoded }]) => framesDecoded > (before[id]?.framesDecoded ?? Infinity))
              .length,
          }
          before = now
          return result
        },
        { timeout: 30_000, intervals: [seen > 0 ? 1_000 : 500], message: 'sound and picture of the others go on' },
      )
      .toEqual({ heard: others, seen })
  }

  /**
   * Two clicks of a hand at one place of the screen. Not the locator's own, which starts again, and for ever, when the first click has
   * taken the button away.
   */
  async doubleClick(button: Locator): Promise<void> {
    // In sight, enabled, and where it will stay.
    await button.click({ trial: true })
    const box = await button.boundingBox()
    if (!box) throw new Error('the button is not on the screen')
    await this.page.mouse.dblclick(box.x + box.width / 2, box.y + box.height / 2, { delay: 80 })
  }

  async goAway(): Promise<void> {
    await this.context.close()
  }
}

declare global {
  interface Window {
    __hoiTruong?: {
      mediaStats(): Promise<MediaStats>
      pathStats(): Promise<{ receive: { protocol: string | null } }>
    }
  }
}

/** Runs with people and sees them off whatever happens; no page may have met a fault. */
export async function withPeople<T extends Person[]>(
  people: readonly [...T],
  work: (...people: T) => Promise<void>,
): Promise<void> {
  try {
    await work(...([...people] as T))
    expect(people.flatMap((person) => person.faults)).toEqual([])
  } finally {
    await Promise.all(people.map((person) => person.goAway()))
  }
}
