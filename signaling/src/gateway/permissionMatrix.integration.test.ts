// The permission table walked against the real server: everybody of a small province asks for everything, everywhere, over every wire.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringMediaNode, type FakeMediaNode } from '../testing/fakeMediaNode.ts'
import { Cells } from '../testing/matrix/Cells.ts'
import { bringCallers } from '../testing/matrix/callers.ts'
import { layProvince, meetingStates } from '../testing/matrix/layProvince.ts'
import { branches, places } from '../testing/matrix/province.ts'
import { spotCells } from '../testing/matrix/spotCells.ts'
import { walkLists, walkMeeting } from '../testing/matrix/walkMeetings.ts'
import { type World, walkOrganization } from '../testing/matrix/walkOrganizations.ts'
import { command, startTestSignaling } from '../testing/signaling.ts'

/** So many at least, or somebody has taken people or places out of the walk. */
const FLOOR = 30_000

let world: World
let node: FakeMediaNode

beforeAll(async () => {
  // As often as they like: what is limited here is the right, not the pace.
  const signaling = await startTestSignaling({
    MEMBER_BURST: '1000000',
    MEMBER_REQUESTS_PER_SECOND: '1000000',
    SITE_CODE_TRIES: '1000000',
  })
  node = await bringMediaNode(signaling.server.url)
  const province = await layProvince(signaling)
  const callers = await bringCallers(signaling, province.people)
  world = { signaling, province, callers, cells: new Cells() }
  for (const branch of branches) {
    const author = callers.find(({ person }) => person.name === `member of ${branch}`)
    const { open } = province.meetings[branch]
    const notice = command('attendance.reportAbsence', open, { reason: province.reason })
    expect(await author?.socket('command', notice)).toMatchObject({ code: 'ok' })
  }
})
afterAll(async () => {
  for (const caller of world.callers) caller.hangUp()
  node.socket.disconnect()
  await world.signaling.stop()
})

/** Thousands of questions each, on a machine that may have other things to do. */
const PATIENCE_MS = 180_000

test.each(spotCells)('%s (%s)', async (_sentence, who, ask, code) => {
  const caller = world.callers.find(({ person }) => person.name === who)
  if (!caller) throw new Error(`there is no ${who} in the province`)
  expect(await ask(world.province, caller)).toBe(code)
})

test.each(places)(
  'at the organization %s everybody may do what the table says',
  async (place) => {
    await walkOrganization(world, place)
    expect(world.cells.takeWrong()).toEqual([])
  },
  PATIENCE_MS,
)

const scenes = branches.flatMap((branch) => meetingStates.map((state) => ({ branch, state })))

test.each(scenes)(
  'in the $state meeting of $branch everybody may do what the table says',
  async (scene) => {
    await walkMeeting(world, scene)
    expect(world.cells.takeWrong()).toEqual([])
  },
  PATIENCE_MS,
)

test('everybody is shown the meetings that they may see, and no other', async () => {
  await walkLists(world)
  expect(world.cells.takeWrong()).toEqual([])
})

test('every entry of the table has let somebody in, and every row has kept somebody out', () => {
  const { cells } = world
  expect(cells.unseen()).toEqual([])
  expect(cells.questions).toBeGreaterThan(FLOOR)
  process.stdout.write(
    `permission matrix: ${cells.count} cells of role x action x scope, ${cells.questions} questions over socket, HTTP and inside\n`,
  )
})
