// Keeps i18next supplied: every area that a page has asked for is there in the language that is spoken, and in the one just asked for.
import { type Area, areas, type Language } from '@hoi-truong/shared/i18n'
import type { i18n as I18n } from 'i18next'

export class AreaLoader {
  readonly #instance: I18n
  readonly #wanted = new Set<Area>()
  readonly #loads = new Map<string, Promise<void>>()
  #asked: Language = 'vi'

  constructor(instance: I18n) {
    this.#instance = instance
  }

  /** Ends when the areas can be spoken; refused when they cannot be loaded. */
  async need(wanted: readonly Area[]): Promise<void> {
    for (const area of wanted) this.#wanted.add(area)
    const spoken = this.#spoken
    const asked = this.#asked
    await Promise.all(wanted.flatMap((area) => [this.#load(spoken, area), this.#load(asked, area)]))
    // Meanwhile somebody may have chosen the other language.
    if (asked !== this.#asked || spoken !== this.#spoken) await this.need(wanted)
  }

  async changeLanguage(language: Language): Promise<void> {
    this.#asked = language
    try {
      await Promise.all([...this.#wanted].map((area) => this.#load(language, area)))
    } catch (error) {
      if (this.#asked === language) this.#asked = this.#spoken
      throw error
    }
    if (this.#asked === language) await this.#instance.changeLanguage(language)
  }

  get #spoken(): Language {
    return this.#instance.language === 'en' ? 'en' : 'vi'
  }

  #load(language: Language, area: Area): Promise<void> {
    const name = `${language}/${area}`
    const running = this.#loads.get(name)
    if (running) return running
    const load = areas[area][language]().then(
      (words) => void this.#instance.addResourceBundle(language, 'translation', words),
      (error: unknown) => {
        this.#loads.delete(name)
        throw error
      },
    )
    this.#loads.set(name, load)
    return load
  }
}
