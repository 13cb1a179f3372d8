// How a vote reaches the server from the room: not before this connection has said that the member is here. After a longer break the place
// may have been given up, and a vote that came first would be refused for good although there is time left.
import type { CommandReply } from '@hoi-truong/shared/protocol'
import { Unreachable } from '../../../lib/problem.ts'
import type { MeetingRoom, MeetingRoomState } from '../../meeting/api/meetingRoom.ts'

/** In the room, or refused: then the server says of the vote what it has to say. */
export const mayVoteNow = ({ connection, entered, problem }: MeetingRoomState): boolean =>
  connection === 'connected' && (entered || problem !== null)

export function sendVote(
  room: Pick<MeetingRoom, 'store' | 'send'>,
  command: Parameters<MeetingRoom['send']>[0],
): Promise<CommandReply> {
  return mayVoteNow(room.store.getState()) ? room.send(command) : Promise.reject(new Unreachable())
}
