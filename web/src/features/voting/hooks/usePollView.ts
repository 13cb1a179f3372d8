// The page's view of the votes, the same for the line above the stage, the sheet and the list.
import { useStore } from 'zustand'
import type { MeetingRoom } from '../../meeting/api/meetingRoom.ts'
import { useMeeting } from '../../meeting/hooks/useMeeting.ts'
import { PollView, type PollViewState } from '../pollView.ts'
import { tabStorage } from '../tabStorage.ts'

const views = new WeakMap<MeetingRoom, PollView>()

function viewOf(room: MeetingRoom): PollView {
  const known = views.get(room)
  if (known) return known
  const view = new PollView(tabStorage, room.meetingId)
  views.set(room, view)
  return view
}

export function usePollView(): { view: PollView; state: PollViewState } {
  const view = viewOf(useMeeting().room)
  return { view, state: useStore(view.store) }
}
