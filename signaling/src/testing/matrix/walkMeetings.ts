// Everybody asks for everything in one meeting: each command over each wire, each reading, and a seat in the room.
import { randomUUID } from 'node:crypto'
import type { GrantClaims, GrantReply } from '@hoi-truong/shared/media'
import type { SyncReply } from '@hoi-truong/shared/protocol'
import type { PollStanding } from '@hoi-truong/shared/voting'
import jwt from 'jsonwebtoken'
import { SERVER } from '../../log/commandDefinition.ts'
import { command } from '../signaling.ts'
import type { Asked, Wire } from './Cells.ts'
import { askInside, type Caller, type Code } from './callers.ts'
import { actionOf, type MeetingCommand, meetingProbes } from './commandProbes.ts'
import { type MeetingState, openPoll } from './layProvince.ts'
import { type Branch, branches, heldIn } from './province.ts'
import { asServer, internalCommands, memberActor, type World } from './walkOrganizations.ts'

/** Where it would be done, only those ask who have no right to it. */
const wouldBeDone = (type: MeetingCommand, state: MeetingState): boolean =>
  state === 'open' || (state === 'draft' && (type === 'meeting.cancel' || type === 'meeting.recordNotHeld'))

interface Scene {
  branch: Branch
  state: MeetingState
}

const asks = ({ branch, state }: Scene, caller: Caller, action: Asked['action'], wire: Wire): Asked => ({
  who: caller.person.name,
  roles: heldIn(caller.person, branch, state === 'draft'),
  action,
  scope: `${state} meeting of ${branch}`,
  wire,
})

async function walkCommand(world: World, scene: Scene, type: MeetingCommand): Promise<void> {
  const { signaling, province, callers, cells } = world
  const { payload, past } = meetingProbes[type]
  const action = actionOf(type)
  const streamId = province.meetings[scene.branch][scene.state]
  const body = payload(province, scene.branch)
  const isInternal = internalCommands.has(type)
  const wires: Wire[] = scene.state === 'cancelled' ? ['socket', 'HTTP'] : ['socket']
  for (const wire of wires)
    await Promise.all(
      callers.map(async (caller) => {
        const asked = asks(scene, caller, action, wire)
        const given = command(type, streamId, body)
        if (wouldBeDone(type, scene.state) && cells.grants(asked)) return
        const { code } = await (wire === 'socket' ? caller.socket('command', given) : caller.post(given))
        if (isInternal) cells.note(asked, code !== 'COMMAND_UNKNOWN', false)
        else cells.answered(asked, code, past)
      }),
    )
  if (scene.state !== 'cancelled') return
  const inside = { type, streamId, payload: body }
  if (isInternal)
    for (const caller of callers)
      cells.answered(
        asks(scene, caller, action, 'inside'),
        await askInside(signaling, memberActor(caller), inside),
        past,
      )
  const scope = `${scene.state} meeting of ${scene.branch}`
  cells.answered({ ...asServer, action, scope, wire: 'inside' }, await askInside(signaling, SERVER, inside), past)
}

async function walkReadings({ province, callers, cells }: World, scene: Scene): Promise<void> {
  const meetingId = province.meetings[scene.branch][scene.state]
  const siteId = province.plans[scene.branch].sites[0]?.siteId
  const author = `member of ${scene.branch}`
  await Promise.all(
    callers.map(async (caller) => {
      const asked = (action: Asked['action'], wire: Wire) => asks(scene, caller, action, wire)
      const sync = await caller.socket('subscribe', { streamId: meetingId })
      cells.answered(asked('meeting.view', 'socket'), sync.code, ['ok'])
      const bureau = (sync.value as SyncReply | null)?.viewer.bureau ?? false
      cells.note(asked('attendance.seeReasons', 'socket'), bureau)
      for (const path of [`meetings/${meetingId}`, `meetings/${meetingId}/events`]) {
        const { code, value } = await caller.get(path)
        cells.answered(asked('meeting.view', 'HTTP'), code, ['ok'])
        // The member who gave the reason reads it too.
        if (scene.state === 'open' && caller.person.name !== author)
          cells.note(asked('attendance.seeReasons', 'HTTP'), JSON.stringify(value).includes(province.reason))
      }
      const { code: listed } = await caller.get(`meetings/${meetingId}/documents/openings`)
      cells.answered(asked('document.seeOpenings', 'HTTP'), listed, ['ok'])
      const { code: uploaded } = await caller.upload(`meetings/${meetingId}/documents?documentId=${randomUUID()}`)
      cells.answered(asked('document.post', 'HTTP'), uploaded, ['DOCUMENT_BROKEN', 'MEETING_CANCELLED'])
      const shown = await caller.socket('siteCode', { meetingId, siteId })
      const notShown: Code[] = ['MEETING_CANCELLED', 'MEETING_NOT_ANNOUNCED']
      cells.answered(asked('attendance.showSiteCode', 'socket'), shown.code, scene.state === 'open' ? ['ok'] : notShown)
      if (scene.state !== 'open') return
      const standing = await caller.socket('pollStanding', { meetingId, pollId: openPoll.pollId })
      cells.answered(asked('meeting.view', 'socket'), standing.code, ['ok'])
      const missing = (standing.value as PollStanding | null)?.missing ?? null
      cells.note(asked('voting.seeMissing', 'socket'), missing !== null)
    }),
  )
}

const mayPublish = (reply: GrantReply | null): boolean =>
  reply !== null && (jwt.decode(reply.grant) as GrantClaims).mayPublish.length > 0

/** Comes in, asks for a place in the media room, and leaves: the only way to see who may speak. */
async function walkRoom({ province, callers, cells }: World, branch: Branch): Promise<void> {
  const scene = { branch, state: 'open' } as const
  const meetingId = province.meetings[branch].open
  await Promise.all(
    callers.map(async (caller) => {
      const give = async (type: 'attendance.enter' | 'attendance.leave') => {
        const { code } = await caller.socket('command', command(type, meetingId))
        cells.answered(asks(scene, caller, type, 'socket'), code, ['ok'])
      }
      await give('attendance.enter')
      const { value } = await caller.socket('grant', { meetingId })
      cells.note(asks(scene, caller, 'media.publish', 'socket'), mayPublish(value as GrantReply | null))
      await give('attendance.leave')
    }),
  )
}

/** "My meetings": each is there for who may see it, and no other. */
export async function walkLists({ province, callers, cells }: World): Promise<void> {
  for (const caller of callers) {
    const { value } = await caller.get('meetings')
    const ids = new Set((value as { meetings: { meetingId: string }[] }).meetings.map(({ meetingId }) => meetingId))
    for (const branch of branches)
      for (const state of ['draft', 'open', 'cancelled'] as const)
        cells.note(
          asks({ branch, state }, caller, 'meeting.view', 'HTTP'),
          ids.delete(province.meetings[branch][state]),
        )
    if (ids.size > 0) cells.note(asks({ branch: 'branch', state: 'open' }, caller, 'meeting.view', 'HTTP'), true, false)
  }
}

export async function walkMeeting(world: World, scene: Scene): Promise<void> {
  for (const type of Object.keys(meetingProbes) as MeetingCommand[]) await walkCommand(world, scene, type)
  await walkReadings(world, scene)
  if (scene.state === 'open') await walkRoom(world, scene.branch)
}
