// One meeting being prepared on this page: what is typed, what is saved, and what happens when both meet. Nothing that was typed is ever
// overwritten without being asked, and each press takes effect once.
import { AppError } from '@hoi-truong/shared/errors'
import { canonicalJson } from '@hoi-truong/shared/log'
import { type MeetingPlan, type MeetingState, type MeetingStatus, meetingPlanSchema } from '@hoi-truong/shared/meeting'
import type { CommandReply } from '@hoi-truong/shared/protocol'
import type { CommandType } from '@hoi-truong/shared/streams'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { newId } from '../../../lib/newId.ts'
import { type Problem, problemOf } from '../../../lib/problem.ts'
import { untilAnswered } from '../../../lib/untilAnswered.ts'
import type { GivenCommand } from '../../account/api/giveCommand.ts'
import { formOf, isKeptWhole, type PlanForm, planOf } from './planForm.ts'
import type { CopyKeeper } from './workingCopy.ts'

/** What is on record; revision 0: nothing yet. */
export interface SavedPlan {
  revision: number
  status: MeetingStatus
  plan: MeetingPlan | null
}

export interface PlanDraftState {
  form: PlanForm
  saved: SavedPlan
  /** The form differs from what is on record. */
  dirty: boolean
  /** When what was typed before was found on this device again (ISO 8601). */
  restoredFrom: string | null
  doing: 'nothing' | 'saving' | 'announcing' | 'callingOff'
  /** Nobody answers; it is tried again. */
  silent: boolean
  problem: Problem | null
  /** Somebody else has saved another version meanwhile. */
  theirs: SavedPlan | null
  /** What the last press has brought about. */
  done: 'saved' | 'announced' | 'updated' | null
}

export interface PlanDraftDeps {
  give(command: GivenCommand): Promise<CommandReply>
  read(meetingId: string): Promise<MeetingState>
  keeper: CopyKeeper
  /** A new meeting is on record for the first time. */
  onCreated?(meetingId: string): void
}

/** As a function for what comes later: meanwhile something else may have been typed. */
export type FormChange = Partial<PlanForm> | ((form: PlanForm) => Partial<PlanForm>)

export interface PlanDraftStart {
  meetingId: string
  organizationId: string
  /** Null: a new meeting. */
  meeting: MeetingState | null
  /** What a new meeting begins with. */
  first: PlanForm
}

const savedOf = ({ revision, status, plan }: MeetingState): SavedPlan => ({ revision, status, plan })
const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)

export class PlanDraft {
  readonly store: StoreApi<PlanDraftState>
  readonly meetingId: string
  readonly organizationId: string
  readonly #deps: PlanDraftDeps
  readonly #start: PlanDraftStart

  constructor(deps: PlanDraftDeps, start: PlanDraftStart) {
    this.#deps = deps
    this.#start = start
    this.organizationId = start.organizationId
    this.meetingId = deps.keeper.read()?.meetingId ?? start.meetingId
    this.store = createStore(() => this.#begin())
    if (this.#state.restoredFrom) deps.keeper.adopt()
  }

  get #state(): PlanDraftState {
    return this.store.getState()
  }

  #begin(): PlanDraftState {
    const { meeting, first } = this.#start
    const saved: SavedPlan = meeting ? savedOf(meeting) : { revision: 0, status: 'draft', plan: null }
    const form = saved.plan ? formOf(saved.plan) : first
    const state: PlanDraftState = {
      form,
      saved,
      dirty: saved.plan === null,
      restoredFrom: null,
      doing: 'nothing',
      silent: false,
      problem: null,
      theirs: null,
      done: null,
    }
    const copy = this.#deps.keeper.read()
    if (!copy || (saved.plan && isKeptWhole(copy.form, saved.plan))) return state
    const restored = { ...state, form: copy.form, dirty: true, restoredFrom: copy.at }
    // The plan went on without what was typed here: both are kept until somebody decides.
    return copy.basedOn === saved.revision
      ? restored
      : { ...restored, saved: { ...saved, revision: copy.basedOn }, theirs: saved }
  }

  change(change: FormChange): void {
    const before = this.#state.form
    const form = { ...before, ...(typeof change === 'function' ? change(before) : change) }
    this.store.setState({ form, dirty: true, done: null, problem: null })
    this.#keep(form)
  }

  /** Back to what is on record, or to a fresh beginning. */
  discard(): void {
    this.#deps.keeper.clear({ also: true })
    this.store.setState(this.#begin(), true)
  }

  /** Lưu nháp; of an announced meeting: cập nhật và báo cho đảng viên. */
  async save(signal: AbortSignal): Promise<void> {
    const announced = this.#state.saved.status === 'announced'
    await this.#do('saving', signal, async () => {
      if (await this.#saved(signal)) this.store.setState({ done: announced ? 'updated' : 'saved' })
    })
  }

  /** Gửi thông báo triệu tập. */
  async announce(signal: AbortSignal): Promise<void> {
    await this.#do('announcing', signal, async () => {
      const { dirty, saved } = this.#state
      if ((dirty || saved.revision === 0) && !(await this.#saved(signal))) return
      const basedOn = this.#state.saved.revision
      try {
        await this.#give('meeting.announce', { basedOn }, signal)
        this.#settle({ ...this.#state.saved, status: 'announced' })
      } catch (error) {
        const theirs = await this.#whatHappened(error, ['MEETING_ALREADY_ANNOUNCED', 'MEETING_PLAN_STALE'])
        // An earlier press, or another tab, has announced this very plan.
        if (theirs.status !== 'announced' || !same(theirs.plan, this.#state.saved.plan)) {
          this.store.setState({ theirs })
          return
        }
        this.#settle(theirs)
      }
      this.store.setState({ done: 'announced' })
    })
  }

  /** Hủy, hoặc ghi nhận không sinh hoạt. */
  async callOff(
    type: 'meeting.cancel' | 'meeting.recordNotHeld',
    reason: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    let calledOff = false
    await this.#do('callingOff', signal, async () => {
      await this.#give(type, { reason }, signal)
      this.#deps.keeper.clear({ also: true })
      const status = type === 'meeting.cancel' ? 'cancelled' : 'notHeld'
      this.store.setState({ saved: { ...this.#state.saved, status }, dirty: false })
      calledOff = true
    })
    return calledOff
  }

  /** Their version; what was typed here is put away. */
  takeTheirs(): void {
    const { theirs } = this.#state
    if (!theirs?.plan) return
    this.#deps.keeper.clear({ also: true })
    this.store.setState({ form: formOf(theirs.plan), saved: theirs, theirs: null, dirty: false, restoredFrom: null })
  }

  /** My version goes over theirs at the next press. */
  keepMine(): void {
    const { theirs, form } = this.#state
    if (!theirs) return
    this.store.setState({ saved: theirs, theirs: null, dirty: true })
    this.#keep(form)
  }

  /** True when the form is on record. */
  async #saved(signal: AbortSignal): Promise<boolean> {
    const { form, saved } = this.#state
    const parsed = meetingPlanSchema.safeParse(planOf(form, this.organizationId))
    if (!parsed.success) throw new AppError('REQUEST_MALFORMED')
    const plan = parsed.data
    let now: SavedPlan = { revision: saved.revision + 1, status: saved.status, plan }
    try {
      if (saved.revision === 0) await this.#give('meeting.draft', plan, signal)
      else await this.#give('meeting.revise', { plan, basedOn: saved.revision }, signal)
    } catch (error) {
      now = await this.#whatHappened(error, ['MEETING_EXISTS', 'MEETING_PLAN_STALE'])
      // The same plan is there: an earlier press whose answer was lost, or a second tab.
      if (!same(now.plan, plan)) {
        this.store.setState({ theirs: now })
        return false
      }
    }
    this.#settle(now)
    if (saved.revision === 0) this.#deps.onCreated?.(this.meetingId)
    // Typed on while it was on its way: that is yet to be saved.
    if (this.#state.form !== form) this.#keep(this.#state.form)
    else {
      this.store.setState({ dirty: false })
      if (isKeptWhole(form, plan)) this.#deps.keeper.clear()
      else this.#keep(form)
    }
    return true
  }

  #settle(saved: SavedPlan): void {
    this.store.setState({ saved, theirs: null, restoredFrom: null })
  }

  /** What is on record now, after one of these refusals. @throws whatever else it was */
  async #whatHappened(error: unknown, codes: string[]): Promise<SavedPlan> {
    if (!codes.includes(problemOf(error).code)) throw error
    return savedOf(await this.#deps.read(this.meetingId))
  }

  #keep(form: PlanForm): void {
    const { saved } = this.#state
    const at = new Date().toISOString()
    this.#deps.keeper.write({ meetingId: this.meetingId, basedOn: saved.revision, at, form })
  }

  #give(type: CommandType, payload: unknown, signal: AbortSignal): Promise<CommandReply> {
    const command = { id: newId(), type, streamId: this.meetingId, payload }
    return untilAnswered(
      () => this.#deps.give(command),
      signal,
      () => this.store.setState({ silent: true }),
    )
  }

  /** One thing at a time: the second click of a double click finds it being done. */
  async #do(doing: Exclude<PlanDraftState['doing'], 'nothing'>, signal: AbortSignal, work: () => Promise<void>) {
    if (this.#state.doing !== 'nothing') return
    this.store.setState({ doing, problem: null, done: null })
    try {
      await work()
    } catch (error) {
      if (!signal.aborted) this.store.setState({ problem: problemOf(error) })
    } finally {
      this.store.setState({ doing: 'nothing', silent: false })
    }
  }
}
