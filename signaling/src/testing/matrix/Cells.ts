// The cells of the matrix that have been asked for, and those that were not as the table says.
import { type Action, type HeldRole, mayWith, permissions, rowOf } from '@hoi-truong/shared/permissions'
import type { Code } from './callers.ts'
import { refusalsOfRight } from './commandProbes.ts'

export type Wire = 'socket' | 'HTTP' | 'inside'

export interface Asked {
  who: string
  /** What they are at the place that is asked about. */
  roles: readonly HeldRole[]
  action: Action
  scope: string
  wire: Wire
}

const actions = Object.keys(permissions) as Action[]

export class Cells {
  readonly #wrong: string[] = []
  readonly #granted = new Set<string>()
  readonly #refused = new Set<Action>()
  readonly #distinct = new Set<string>()
  #questions = 0

  /** An answer that may only come before, or only after, the question of right. */
  answered(asked: Asked, code: Code, past: readonly Code[]): void {
    if (!refusalsOfRight.has(code) && !past.includes(code)) this.#fail(asked, `was answered ${code}`)
    else this.note(asked, !refusalsOfRight.has(code))
  }

  grants({ roles, action }: Asked): boolean {
    return mayWith(roles, action)
  }

  /** @param wanted as the table says, when it says it of these roles alone */
  note(asked: Asked, granted: boolean, wanted = this.grants(asked)): void {
    this.#questions += 1
    const { who, roles, action, scope } = asked
    // Whoever is nothing there is a cell by where they are something.
    const held = roles.length > 0 ? roles.map(({ role, at }) => `${role} ${at}`) : [`nothing, being ${who}`]
    for (const role of held) this.#distinct.add(`${role}: ${action}, ${scope}`)
    if (granted !== wanted) this.#fail(asked, granted ? 'was let in' : 'was refused')
    if (!granted) this.#refused.add(asked.action)
    else for (const { role, at } of asked.roles) this.#granted.add(`${asked.action}: ${role} ${at}`)
  }

  #fail({ who, action, scope, wire }: Asked, what: string): void {
    this.#wrong.push(`${who} ${what}: ${action}, ${scope}, ${wire}`)
  }

  /** Role x action x scope. */
  get count(): number {
    return this.#distinct.size
  }

  /** By how many people and over how many wires the cells were asked for. */
  get questions(): number {
    return this.#questions
  }

  /** What was wrong since the last time. */
  takeWrong(): string[] {
    return this.#wrong.splice(0)
  }

  /** Entries of the table that nobody was let in by, and rows that nobody was kept out by. */
  unseen(): string[] {
    const entries = actions.flatMap((action) =>
      Object.entries(rowOf(action)).flatMap(([role, scope]) =>
        (scope === 'here' ? ['here'] : ['here', 'above']).map((at) => `${action}: ${role} ${at}`),
      ),
    )
    return [
      ...entries.filter((entry) => !this.#granted.has(entry)),
      ...actions.filter((action) => !this.#refused.has(action)).map((action) => `${action}: nobody is refused`),
    ]
  }
}
