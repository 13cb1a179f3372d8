// The HTTP API as a test uses it: what a member may read and do, without a browser.
import { randomUUID } from 'node:crypto'
import type { RunningSystem } from './system.ts'

interface Interval {
  startedAt: string
  endedAt: string | null
  reason: string | null
}

interface PollView {
  question: { pollId: string; title: string }
  stage: string
  frozen: { publicKey: string | null } | null
  outcome: { tallies: Record<string, number>; notVoted: number; verdict: object } | null
}

export interface MeetingView {
  position: { seq: number; hash: string }
  state: {
    everyone: {
      meeting: { plan: object | null; status: string; openedAt: string | null; closedAt: string | null }
      attendance: { intervals: Record<string, Interval[]> }
      voting: { polls: PollView[] }
    }
  }
}

export class MemberApi {
  readonly #url: string
  readonly #headers: Record<string, string>
  readonly token: string
  readonly memberId: string

  private constructor(url: string, token: string, memberId: string) {
    this.#url = url
    this.token = token
    this.#headers = { authorization: `Bearer ${token}` }
    this.memberId = memberId
  }

  static async signIn(system: RunningSystem, memberNumber: string): Promise<MemberApi> {
    const response = await fetch(`${system.url}/api/v1/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ memberNumber, password: system.password }),
    })
    if (!response.ok) throw new Error(`${memberNumber} could not sign in: ${await response.text()}`)
    const { accessToken, member } = (await response.json()) as { accessToken: string; member: { memberId: string } }
    return new MemberApi(system.url, accessToken, member.memberId)
  }

  /** Those on the own list. */
  async meetingIds(): Promise<string[]> {
    const { meetings } = await this.#get<{ meetings: { meetingId: string }[] }>('/api/v1/meetings')
    return meetings.map(({ meetingId }) => meetingId)
  }

  async meetingId(): Promise<string> {
    const { meetings } = await this.#get<{ meetings: { meetingId: string }[] }>('/api/v1/meetings')
    const [meeting] = meetings
    if (!meeting) throw new Error('no meeting')
    return meeting.meetingId
  }

  /** The organization with this code, beneath those on which the member holds a role. */
  async organization(code: string): Promise<{ organizationId: string; name: string } | undefined> {
    type Line = { organizationId: string; code: string; name: string }
    const own = await this.#get<{ organizations: Line[] }>('/api/v1/organizations')
    for (const { organizationId } of own.organizations) {
      const path = `/api/v1/organizations/${organizationId}/subtree`
      const { organizations } = await this.#get<{ organizations: Line[] }>(path)
      const found = organizations.find((line) => line.code === code)
      if (found) return found
    }
    return undefined
  }

  meeting(id: string): Promise<MeetingView> {
    return this.#get(`/api/v1/meetings/${id}`)
  }

  async intervals(id: string, memberId: string): Promise<Interval[]> {
    return (await this.meeting(id)).state.everyone.attendance.intervals[memberId] ?? []
  }

  /** Phải dự, as the list of meetings shows it. */
  async expectedCount(id: string): Promise<number | undefined> {
    const { meetings } = await this.#get<{ meetings: { meetingId: string; expectedCount: number }[] }>(
      '/api/v1/meetings',
    )
    return meetings.find(({ meetingId }) => meetingId === id)?.expectedCount
  }

  /** The types of the events that this member may read, in order. */
  async eventTypes(id: string): Promise<string[]> {
    const { entries } = await this.#get<{ entries: { type?: string }[] }>(`/api/v1/meetings/${id}/events`)
    return entries.flatMap(({ type }) => type ?? [])
  }

  /**
   * A meeting like the first one, for a test that wants one to itself; the branch secretary may do this.
   * @param change parts of the plan that are to be otherwise
   */
  async schedule(change: object = {}): Promise<string> {
    const { plan } = (await this.meeting(await this.meetingId())).state.everyone.meeting
    const streamId = randomUUID()
    const times = {
      plannedStart: new Date().toISOString(),
      plannedEnd: new Date(Date.now() + 6_000_000).toISOString(),
    }
    await this.command('meeting.draft', streamId, { ...plan, ...times, ...change })
    await this.command('meeting.announce', streamId, { basedOn: 1 })
    return streamId
  }

  command(type: string, streamId: string, payload: object): Promise<unknown> {
    return this.#ask('/api/v1/commands', { id: randomUUID(), type, streamId, payload })
  }

  /** One that is meant now or not at all. */
  live(type: string, streamId: string, payload: object): Promise<unknown> {
    const validUntil = new Date(Date.now() + 20_000).toISOString()
    return this.#ask('/api/v1/commands', { id: randomUUID(), type, streamId, payload, validUntil })
  }

  /** A paper for the meeting as a whole. */
  async postDocument(id: string, { name, buffer }: { name: string; buffer: Buffer }): Promise<void> {
    const query = new URLSearchParams({ documentId: randomUUID(), name })
    const response = await fetch(`${this.#url}/api/v1/meetings/${id}/documents?${query}`, {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(buffer),
    })
    if (!response.ok) throw new Error(`${name}: ${await response.text()}`)
  }

  /** Put on the list by whoever prepares the meeting; what is not said is as for a resolution by hands. Its id. */
  async preparePoll(meetingId: string, question: object): Promise<string> {
    const pollId = randomUUID()
    const plain = { itemId: null, options: [], maxChoices: 1, showTallies: false, tellerIds: [], repeats: null }
    const asked = { ...plain, matter: 'resolution', method: 'open', ...question, pollId }
    await this.live('voting.prepare', meetingId, { question: asked })
    return pollId
  }

  /** Prepared and opened, by the chair. */
  async beginPoll(meetingId: string, question: object): Promise<string> {
    const pollId = await this.preparePoll(meetingId, question)
    await this.live('voting.open', meetingId, { pollId, basedOn: 1 })
    return pollId
  }

  async poll(meetingId: string, pollId: string): Promise<PollView | undefined> {
    const { polls } = (await this.meeting(meetingId)).state.everyone.voting
    return polls.find(({ question }) => question.pollId === pollId)
  }

  /** By the chair of an open meeting: everybody may be heard, without being called. */
  async openFloor(meetingId: string): Promise<void> {
    await this.live('floor.changeMode', meetingId, { mode: 'open' })
  }

  #get<T>(path: string): Promise<T> {
    return this.#ask(path)
  }

  async #ask<T>(path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.#url}${path}`, {
      headers: { ...this.#headers, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return (await response.json()) as T
  }
}
