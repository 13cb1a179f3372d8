// The draft that this page works on: made when all that it begins with is there, and kept when a new meeting gets its own address.
import type { MeetingKind, MeetingState } from '@hoi-truong/shared/meeting'
import type { Preparation } from '@hoi-truong/shared/protocol'
import { defaultRuleSet } from '@hoi-truong/shared/rules'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { newId } from '../../../../lib/newId.ts'
import { problemOf } from '../../../../lib/problem.ts'
import { giveCommand } from '../../../account/api/giveCommand.ts'
import { useSession } from '../../../account/hooks/useSession.ts'
import { readMeeting, usePreparation } from '../api/preparation.ts'
import { firstPlan } from '../firstPlan.ts'
import { PlanDraft } from '../planDraft.ts'
import { formOf } from '../planForm.ts'
import { CopyKeeper, type CopyStorage, meetingPlace, newMeetingPlace } from '../workingCopy.ts'

/** Browsers that forbid storage throw when it is only looked at. */
const storage: CopyStorage = {
  getItem: (key) => localStorage.getItem(key),
  setItem: (key, value) => localStorage.setItem(key, value),
  removeItem: (key) => localStorage.removeItem(key),
}

/** For a chair who holds no office in the branch and so may change this meeting's plan, but prepare no other. */
function preparationFrom(meeting: MeetingState & { now: string }): Preparation {
  return {
    organizationId: meeting.plan?.organizationId ?? '',
    organizationName: meeting.roll?.organizationName ?? '',
    upperName: meeting.roll?.upperName ?? null,
    branchType: 'other',
    members: meeting.roll?.members ?? [],
    rules: meeting.rules ?? defaultRuleSet,
    template: [],
    templateIsOwn: false,
    latest: null,
    now: meeting.now,
  }
}

export interface PlanAddress {
  organizationId?: string | undefined
  meetingId?: string | undefined
}

export function usePlanDraft({ organizationId, meetingId }: PlanAddress) {
  const navigate = useNavigate()
  const memberId = useSession((state) => state.member?.memberId ?? '')
  const [draft, setDraft] = useState<PlanDraft | null>(null)
  const isOurs = draft !== null && (meetingId ? draft.meetingId === meetingId : draft.organizationId === organizationId)
  const current = isOurs ? draft : null
  const [kind, setKind] = useState<MeetingKind | null>(null)

  const meeting = useQuery({
    queryKey: ['meeting', meetingId, 'plan'],
    queryFn: ({ signal }) => readMeeting(meetingId ?? '', signal),
    enabled: meetingId !== undefined && current === null,
    // What somebody begins to change must be what is on record now.
    gcTime: 0,
    staleTime: 0,
  })
  const found = meetingId ? meeting.data : undefined
  const branchId = organizationId ?? draft?.organizationId ?? found?.plan?.organizationId
  const keeper = new CopyKeeper(
    storage,
    meetingId ? meetingPlace(memberId, meetingId) : newMeetingPlace(memberId, organizationId ?? ''),
  )
  const wanted = kind ?? found?.plan?.kind ?? keeper.read()?.form.kind ?? 'regular'
  const query = usePreparation(branchId, wanted)
  const forbidden = found && query.error && problemOf(query.error).code === 'FORBIDDEN'
  const preparation = forbidden ? preparationFrom(found) : query.data

  const begins = current === null && preparation !== undefined && (meetingId === undefined || found !== undefined)
  // biome-ignore lint/correctness/useExhaustiveDependencies: made once, of what was there when all had arrived
  useEffect(() => {
    if (!begins || !preparation) return
    const own = new CopyKeeper(
      storage,
      meetingId ? meetingPlace(memberId, meetingId) : newMeetingPlace(memberId, organizationId ?? ''),
    )
    const plan = found?.plan
    setDraft(
      new PlanDraft(
        {
          give: giveCommand,
          read: readMeeting,
          keeper: own,
          onCreated: (id) => {
            own.moveTo(meetingPlace(memberId, id))
            // The page stays, with all that is typed on it; a reload finds the saved meeting.
            void navigate(`/meetings/${id}/prepare`, { replace: true })
          },
        },
        {
          meetingId: meetingId ?? newId(),
          organizationId: preparation.organizationId,
          meeting: found ?? null,
          first: plan ? formOf(plan) : firstPlan(wanted, preparation, preparation.now),
        },
      ),
    )
  }, [begins])

  const trouble = meeting.error ?? meeting.failureReason ?? (forbidden ? null : (query.error ?? query.failureReason))
  return { draft: current, preparation, heardAt: query.dataUpdatedAt, setKind, trouble: current ? null : trouble }
}
