// One transaction of the pipeline: the commands of one stream that are decided together.
import { randomBytes } from 'node:crypto'
import { AppError } from '@hoi-truong/shared/errors'
import {
  chainEvent,
  GENESIS,
  type LogEntry,
  type LogEvent,
  type Position,
  type StreamKind,
} from '@hoi-truong/shared/log'
import type { Sql } from '../database/client.ts'
import { organizationRoles } from '../organization/facts.ts'
import { requireMeetingRole, requireRole } from './authorize.ts'
import {
  actorIdOf,
  type CommandContext,
  type CommandDefinition,
  type CommandReply,
  type Decision,
  type Redirect,
  type StateOfKind,
  type Submission,
} from './commandDefinition.ts'
import type { CommandRegistry } from './prepareCommand.ts'
import type { Projection } from './projection.ts'
import { SideStates } from './sideState.ts'
import { advance, type StreamCache, type StreamSnapshot } from './streamCache.ts'
import {
  type Appended,
  appendEvents,
  beginStream,
  insertNoops,
  type KnownCommand,
  lockNewStreams,
  lockStreams,
  readClockAndCommands,
  type StreamHead,
} from './streamRows.ts'

export type Outcome = { reply: CommandReply; repeat: boolean } | { redirect: Redirect } | { error: unknown }

export interface BatchParts {
  cache: StreamCache
  registry: CommandRegistry
  projections: readonly Projection[]
}

export interface BatchResult {
  /** Null when the stream does not exist. */
  snapshot: StreamSnapshot | null
  /** To be published: what the cache had missed, then what was appended. */
  entries: LogEntry[]
  /** The side states that it has changed. */
  beside: ReadonlySet<object>
  outcomes: Outcome[]
}

const NOTHING: ReadonlySet<object> = new Set()

/** Stands in until the first accepted command says whose the stream is. */
const NO_ORGANIZATION = '00000000-0000-0000-0000-000000000000'

/** A live command may not be made valid for longer than this ahead: "press now" must not mean "some time today". */
const LIVE_MAX_MS = 120_000

/** By the log's clock, nobody else's. @throws AppError COMMAND_EXPIRED, REQUEST_MALFORMED */
function assertInTime({ validUntil, actor }: Submission, { timing }: CommandDefinition, at: string): void {
  if (validUntil === undefined) return
  const aheadMs = Date.parse(validUntil) - Date.parse(at)
  if (aheadMs < 0) throw new AppError('COMMAND_EXPIRED')
  if (actor.kind === 'member' && timing === 'live' && aheadMs > LIVE_MAX_MS)
    throw new AppError('REQUEST_MALFORMED', { fields: 'validUntil' })
}

async function wentTo(sql: Sql, { streamId }: Redirect, { id }: Submission): Promise<boolean> {
  return (await readClockAndCommands(sql, [{ streamId, commandId: id }])).known.length > 0
}

/** What a batch needs to begin: its stream under its lock, the clock, and which of its commands are repeats. */
interface Beginning {
  /** Null where there is no such stream. */
  head: StreamHead | null
  now: string
  known: readonly KnownCommand[]
}

/** For all batches of a transaction before any of them runs: who holds all locks first waits for nobody afterwards. */
export async function lockTogether(sql: Sql, batches: readonly CommandBatch[]): Promise<void> {
  const heads = await lockStreams(
    sql,
    batches.map(({ streamId }) => streamId),
  )
  const made = batches.flatMap(({ streamId, makes }) => (makes && !heads.has(streamId) ? [streamId] : []))
  if (made.length > 0) {
    // They have no row to be locked: an advisory lock stands in until it is written.
    await lockNewStreams(sql, made)
    for (const [streamId, head] of await lockStreams(sql, made)) heads.set(streamId, head)
  }
  const { now, known } = await readClockAndCommands(
    sql,
    batches.flatMap(({ commands }) => commands),
  )
  const knownOf = Map.groupBy(known, ({ streamId }) => streamId)
  for (const batch of batches) {
    const { streamId } = batch
    batch.begin({ head: heads.get(streamId) ?? null, now, known: knownOf.get(streamId) ?? [] })
  }
}

export class CommandBatch {
  readonly #parts: BatchParts
  readonly #streamId: string
  readonly #submissions: readonly Submission[]
  readonly #appended: Appended[] = []
  readonly #noops: KnownCommand[] = []
  readonly #known = new Map<string, KnownCommand>()
  #isNew = false
  #beginning: Beginning | undefined
  #sides: SideStates | undefined

  constructor(parts: BatchParts, streamId: string, submissions: readonly Submission[]) {
    this.#parts = parts
    this.#streamId = streamId
    this.#submissions = submissions
  }

  get streamId(): string {
    return this.#streamId
  }

  get commands(): { streamId: string; commandId: string }[] {
    return this.#submissions.map(({ id }) => ({ streamId: this.#streamId, commandId: id }))
  }

  /** The kind of stream that one of the commands may begin; null: none does. */
  get makes(): StreamKind | null {
    return this.#submissions.map((one) => this.#definitionOf(one)).find(({ creates }) => creates)?.stream ?? null
  }

  begin(beginning: Beginning): void {
    this.#beginning = beginning
  }

  async run(sql: Sql): Promise<BatchResult> {
    if (!this.#beginning) await lockTogether(sql, [this])
    const { now, known, head: found } = this.#beginning as Beginning
    const { makes } = this
    this.#isNew = found === null && makes !== null
    const head = found ?? (makes && { kind: makes, organizationId: NO_ORGANIZATION, position: GENESIS })
    if (!head) {
      return {
        snapshot: null,
        entries: [],
        beside: NOTHING,
        outcomes: this.#submissions.map(() => ({ error: new AppError('STREAM_UNKNOWN') })),
      }
    }
    const { snapshot: before, missed } = await this.#parts.cache.catchUp(sql, this.#streamId, head)
    this.#sides = new SideStates(sql, this.#streamId)
    for (const command of known) this.#known.set(command.commandId, command)
    const at = before.at !== null && before.at > now ? before.at : now

    let snapshot = before
    const outcomes: Outcome[] = []
    for (const submission of this.#submissions) {
      try {
        const result = await this.#decide(sql, snapshot, submission, at)
        snapshot = result.snapshot
        outcomes.push(result.outcome)
      } catch (error) {
        // A refusal concerns this command alone; anything else has broken the transaction and ends the batch.
        if (!(error instanceof AppError)) throw error
        outcomes.push({ error })
      }
    }
    const beside = await this.#write(sql, snapshot, at)
    if (this.#isNew && this.#appended.length === 0) return { snapshot: null, entries: [], beside, outcomes }
    return { snapshot, entries: [...missed, ...this.#appended.map(({ event }) => event)], beside, outcomes }
  }

  async #decide(
    sql: Sql,
    current: StreamSnapshot,
    submission: Submission,
    at: string,
  ): Promise<{ snapshot: StreamSnapshot; outcome: Outcome }> {
    const repeat = this.#answerRepeat(submission)
    const definition = this.#definitionOf(submission)
    if (repeat) {
      await this.#applyRepeat(current, submission, definition, at)
      return { snapshot: current, outcome: { reply: repeat, repeat: true } }
    }
    const snapshot = this.#isNew && current.position.seq === 0 ? this.#begin(submission, definition) : current
    if (definition.stream !== snapshot.kind) throw new AppError('STREAM_KIND_WRONG')
    assertInTime(submission, definition, at)
    const context = this.#contextOf(snapshot, submission, at)
    await this.#authorize(sql, snapshot, submission, definition)

    const elsewhere = definition.elsewhere?.(context)
    if (elsewhere && (await wentTo(sql, elsewhere, submission))) return { snapshot, outcome: { redirect: elsewhere } }
    const facts = await definition.gather?.(sql, context)
    const side = definition.side && (await this.#sides?.read(definition.side))
    const decision = definition.decide(context, { facts, side })
    if ('redirect' in decision) return { snapshot, outcome: { redirect: decision.redirect } }
    if (definition.side && decision.side !== undefined) this.#sides?.write(definition.side, decision.side)
    const events = this.#chain(snapshot.position, decision, submission, at)

    const next = advance(snapshot, events)
    const known = {
      streamId: this.#streamId,
      commandId: submission.id,
      actorId: actorIdOf(submission.actor),
      bodyHash: submission.bodyHash,
      seq: next.position.seq,
    }
    this.#known.set(submission.id, known)
    if (events.length === 0) this.#noops.push(known)
    return { snapshot: next, outcome: { reply: { streamId: this.#streamId, seq: known.seq }, repeat: false } }
  }

  #contextOf(
    snapshot: StreamSnapshot,
    { actor, payload, aside }: Submission,
    at: string,
  ): CommandContext<never, never> {
    const { state } = snapshot
    return { streamId: this.#streamId, state, actor, payload, aside, at } as CommandContext<never, never>
  }

  async #applyRepeat(
    snapshot: StreamSnapshot,
    submission: Submission,
    { side, repeated }: CommandDefinition,
    at: string,
  ): Promise<void> {
    if (!side || !repeated) return
    const before = await this.#sides?.read(side)
    this.#sides?.write(side, repeated(this.#contextOf(snapshot, submission, at), before))
  }

  /** The first command of a new stream says whose it is. */
  #begin(submission: Submission, definition: CommandDefinition): StreamSnapshot {
    if (!definition.creates) throw new AppError('STREAM_UNKNOWN')
    const organizationId = definition.creates(submission.payload as never, this.#streamId)
    const head = { kind: definition.stream, organizationId, position: GENESIS }
    return this.#parts.cache.base(this.#streamId, head)
  }

  #answerRepeat(submission: Submission): CommandReply | null {
    const known = this.#known.get(submission.id)
    if (!known) return null
    if (known.actorId !== actorIdOf(submission.actor) || known.bodyHash !== submission.bodyHash) {
      throw new AppError('COMMAND_ID_REUSED')
    }
    return { streamId: this.#streamId, seq: known.seq }
  }

  async #authorize(
    sql: Sql,
    snapshot: StreamSnapshot,
    { actor, payload }: Submission,
    { action, creates, madeBy }: CommandDefinition,
  ): Promise<void> {
    // A command that makes a meeting is a right of the organization: the meeting has no roles yet.
    if (snapshot.kind === 'meeting' && !creates) {
      requireMeetingRole((snapshot.state as StateOfKind['meeting']).everyone.meeting, actor, action)
    } else {
      const maker = snapshot.position.seq === 0 ? madeBy?.(payload as never) : null
      requireRole(
        actor.kind === 'server'
          ? [{ role: 'server', at: 'here' }]
          : await organizationRoles(sql, actor.memberId, maker ?? snapshot.organizationId),
        action,
      )
    }
  }

  #chain(
    head: Position,
    decision: Extract<Decision, { events: unknown }>,
    submission: Submission,
    at: string,
  ): LogEvent[] {
    const events: LogEvent[] = []
    let position = head
    for (const draft of decision.events) {
      const salt = randomBytes(16).toString('hex')
      const event = chainEvent(this.#streamId, position, draft, { actorId: actorIdOf(submission.actor), at, salt })
      position = { seq: event.seq, hash: event.hash }
      events.push(event)
      this.#appended.push({ event, commandId: submission.id, bodyHash: submission.bodyHash })
    }
    return events
  }

  async #write(sql: Sql, snapshot: StreamSnapshot, at: string): Promise<ReadonlySet<object>> {
    if (this.#appended.length > 0) await (this.#isNew ? beginStream : appendEvents)(sql, snapshot, this.#appended, at)
    await insertNoops(sql, this.#streamId, at, this.#noops)
    const beside = (await this.#sides?.save()) ?? NOTHING
    if (this.#appended.length === 0) return beside
    const events = this.#appended.map(({ event }) => event)
    for (const projection of this.#parts.projections) {
      if (projection.stream === snapshot.kind)
        await projection.apply(sql, this.#streamId, events, snapshot.state as never)
    }
    return beside
  }

  #definitionOf(submission: Submission): CommandDefinition {
    const definition = this.#parts.registry.get(submission.type)
    if (!definition) throw new AppError('COMMAND_UNKNOWN')
    return definition
  }
}
