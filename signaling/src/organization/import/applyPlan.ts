// Writes an accepted plan into the log: organizations first, those above before those beneath, then the branches' members. Everything goes
// through the pipeline, many streams in one transaction; the ids of the commands come from the import, so that a repeat is a repeat.
import type { AppError, ErrorCode } from '@hoi-truong/shared/errors'
import type { ImportProgress } from '@hoi-truong/shared/organization'
import type { Submission } from '../../log/commandDefinition.ts'
import type { CommandPipeline } from '../../log/commandPipeline.ts'
import { ownCommand } from '../../log/ownCommand.ts'
import type { MergeStep, OrganizationStep, Plan } from './check/plan.ts'
import { derivedId } from './derivedId.ts'

/** As many as hold their locks for a fraction of a second: a branch secretary who types meanwhile does not wait long. */
const ORGANIZATIONS_AT_ONCE = 100
/** Each person is an advisory lock, of which PostgreSQL has some thousands for everybody. */
const LINES_AT_ONCE = 500
const BRANCHES_AT_ONCE = 25
/** One transaction decides while the other waits for the disk. */
const SIDE_BY_SIDE = 2

export interface ApplyParts {
  pipeline: CommandPipeline
  salt: string
  hashOf: (file: string) => string
  /** Told after each transaction; what it returns is awaited. */
  onProgress: (progress: ImportProgress) => Promise<void>
}

/** One of them stands in the way of nothing else. */
export interface RefusedStep {
  organizationId: string
  code: ErrorCode
}

const organizationCommand = ({ organizationId, type, payload }: OrganizationStep, salt: string): Submission =>
  ownCommand(type, organizationId, payload, derivedId(salt, type, organizationId))

const mergeCommand = ({ organizationId, piece, file, lines }: MergeStep, { salt, hashOf }: ApplyParts): Submission =>
  ownCommand(
    'organization.mergeMembers',
    organizationId,
    { fileName: file, fileHash: hashOf(file), lines },
    derivedId(salt, 'merge', organizationId, piece),
  )

function* organizationGroups(steps: readonly OrganizationStep[]): Generator<OrganizationStep[]> {
  for (let from = 0; from < steps.length; from += ORGANIZATIONS_AT_ONCE)
    yield steps.slice(from, from + ORGANIZATIONS_AT_ONCE)
}

function* mergeGroups(steps: readonly MergeStep[]): Generator<MergeStep[]> {
  let group: MergeStep[] = []
  let lines = 0
  for (const step of steps) {
    if (group.length > 0 && (group.length >= BRANCHES_AT_ONCE || lines + step.lines.length > LINES_AT_ONCE)) {
      yield group
      group = []
      lines = 0
    }
    group.push(step)
    lines += step.lines.length
  }
  if (group.length > 0) yield group
}

/** Written before by this very import, in another form: what it is now was done by people since, and stands. */
const wasWritten = ({ code }: AppError): boolean => code === 'COMMAND_ID_REUSED'

export class PlanApplication {
  readonly #parts: ApplyParts
  readonly #refused: RefusedStep[] = []

  constructor(parts: ApplyParts) {
    this.#parts = parts
  }

  /** @returns what could not be written because it changed just now */
  async run({ organizations, merges }: Plan): Promise<RefusedStep[]> {
    const { salt } = this.#parts
    let done = 0
    for (const group of organizationGroups(organizations)) {
      await this.#submit(group.map((step) => organizationCommand(step, salt)))
      done += group.length
      await this.#parts.onProgress({ stage: 'organizations', done, total: organizations.length })
    }
    const groups = mergeGroups(merges)
    done = 0
    const work = async (): Promise<void> => {
      for (const group of groups) {
        await this.#submit(group.map((step) => mergeCommand(step, this.#parts)))
        done += group.length
        await this.#parts.onProgress({ stage: 'members', done, total: merges.length })
      }
    }
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work))
    return this.#refused
  }

  async #submit(submissions: readonly Submission[]): Promise<void> {
    const refusals = await this.#parts.pipeline.submitTogether(submissions)
    for (const [index, refusal] of refusals.entries()) {
      const organizationId = submissions[index]?.streamId
      if (refusal && organizationId !== undefined && !wasWritten(refusal))
        this.#refused.push({ organizationId, code: refusal.code })
    }
  }
}
