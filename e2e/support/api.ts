// The HTTP API as a test uses it: what a member may read, without a browser.
import type { RunningSystem } from './system.ts'

interface Interval {
  startedAt: string
  endedAt: string | null
  reason: string | null
}

export interface MeetingView {
  position: { seq: number; hash: string }
  state: {
    everyone: {
      meeting: { status: string; openedAt: string | null; closedAt: string | null }
      attendance: { intervals: Record<string, Interval[]> }
    }
  }
}

export class MemberApi {
  readonly #url: string
  readonly #headers: Record<string, string>
  readonly memberId: string

  private constructor(url: string, token: string, memberId: string) {
    this.#url = url
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

  async meetingId(): Promise<string> {
    const { meetings } = await this.#get<{ meetings: { meetingId: string }[] }>('/api/v1/meetings')
    const [meeting] = meetings
    if (!meeting) throw new Error('no meeting')
    return meeting.meetingId
  }

  meeting(id: string): Promise<MeetingView> {
    return this.#get(`/api/v1/meetings/${id}`)
  }

  async intervals(id: string, memberId: string): Promise<Interval[]> {
    return (await this.meeting(id)).state.everyone.attendance.intervals[memberId] ?? []
  }

  async #get<T>(path: string): Promise<T> {
    const response = await fetch(`${this.#url}${path}`, { headers: this.#headers })
    if (!response.ok) throw new Error(`${path}: ${await response.text()}`)
    return (await response.json()) as T
  }
}
