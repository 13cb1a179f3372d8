// The month of an organization: asked for, then kept up to date by what is pushed, and asked for again twice a minute all the same:
// pushes do not cross from one signaling node to another yet.
import { AppError } from '@hoi-truong/shared/errors'
import type { MeetingFigures, MonitoringView } from '@hoi-truong/shared/monitoring'
import { dayOf } from '@hoi-truong/shared/organization'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { problemOf } from '../../../lib/problem.ts'
import { session } from '../../account/api/session.ts'
import { FiguresWatch } from '../api/figuresWatch.ts'
import { applyFigures } from '../figures.ts'
import { useJustChanged } from './useJustChanged.ts'

const REFRESH_MS = 30_000
/** Sums of committees are the server's to work out: it is asked no more often than this. */
const SUMS_MS = 3_000
/** What was pushed while an answer was on its way may be newer than the answer. */
const KEPT_MS = 20_000

interface Known {
  view: MonitoringView
  /** The server's clock less this device's. */
  clockOffsetMs: number
}

/** The address may hold anything: what is not even an id is to the person an organization that is not theirs. */
const ofAddress = (error: unknown): unknown =>
  problemOf(error).code === 'REQUEST_MALFORMED' ? new AppError('FORBIDDEN') : error

const withFigures = (known: Known, figures: MeetingFigures): Known => {
  const today = dayOf(new Date(Date.now() + known.clockOffsetMs).toISOString())
  const view = applyFigures(known.view, figures, today)
  return view === known.view ? known : { ...known, view }
}

/** @param month YYYY-MM; null: the current one by the server's clock */
export function useMonitoring(organizationId: string, month: string | null) {
  const client = useQueryClient()
  /** Null: not tried yet. */
  const [live, setLive] = useState<boolean | null>(null)
  const { changed, mark } = useJustChanged()
  const pushed = useRef<{ at: number; figures: MeetingFigures }[]>([])

  const { data, error, failureReason, dataUpdatedAt } = useQuery({
    queryKey: ['monitoring', organizationId, month],
    queryFn: async ({ signal }): Promise<Known> => {
      const path = `/organizations/${encodeURIComponent(organizationId)}/monitoring${month === null ? '' : `?month=${month}`}`
      const view = await session
        .request<MonitoringView>(path, { signal })
        .catch((problem: unknown) => Promise.reject(ofAddress(problem)))
      const known = { view, clockOffsetMs: Date.parse(view.now) - Date.now() }
      return pushed.current.reduce((now, { figures }) => withFigures(now, figures), known)
    },
    refetchInterval: REFRESH_MS,
  })

  useEffect(() => {
    const queryKey = ['monitoring', organizationId]
    const again = () => void client.invalidateQueries({ queryKey }, { cancelRefetch: false })
    let sums: ReturnType<typeof setTimeout> | undefined
    const watch = new FiguresWatch(
      organizationId,
      {
        began: () => {
          setLive(true)
          again()
        },
        broke: () => setLive(false),
        take: (figures) => {
          const now = Date.now()
          pushed.current = [...pushed.current.filter(({ at }) => now - at < KEPT_MS), { at: now, figures }]
          client.setQueriesData<Known>({ queryKey }, (known) => known && withFigures(known, figures))
          mark([...figures.meetings.map((meeting) => meeting.organizationId), ...figures.beneath])
          if (figures.beneath.length === 0 || sums !== undefined) return
          sums = setTimeout(() => {
            sums = undefined
            again()
          }, SUMS_MS)
        },
      },
      {
        accessToken: () => session.accessToken(),
        refuseToken: (token) => session.refuse(token),
        sessionEnded: (code) => session.end(code),
      },
    )
    void watch.run()
    return () => {
      watch.stop()
      clearTimeout(sums)
      pushed.current = []
      setLive(null)
    }
  }, [client, organizationId, mark])

  // What was known is not shown any more to whoever may not see it any more.
  const trouble = error ?? failureReason
  const refused = error !== null && problemOf(error).code === 'FORBIDDEN'
  return {
    view: refused ? undefined : data?.view,
    trouble,
    refused,
    live,
    changed,
    /** ISO 8601 by the server's clock: how old the figures are. */
    heardAt: data ? new Date(dataUpdatedAt + data.clockOffsetMs).toISOString() : null,
  }
}
