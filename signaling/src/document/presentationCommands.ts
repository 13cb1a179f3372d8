// Commands on showing a document to the room: that it begins and that it ends. Which page is shown goes beside the log (ShownPages.ts).
import { hasDevice } from '@hoi-truong/shared/attendance'
import type { PresentationEvent } from '@hoi-truong/shared/document'
import { AppError } from '@hoi-truong/shared/errors'
import { mayShow } from '@hoi-truong/shared/floor'
import { actorIdOf, defineCommand, type StateOfKind } from '../log/commandDefinition.ts'
import { requireUnderWay } from '../meeting/course.ts'
import { findDocument } from './commands.ts'

type Everyone = StateOfKind['meeting']['everyone']
type EventOf<T extends PresentationEvent['type']> = Extract<PresentationEvent, { type: T }>

const presentationEvent = <T extends PresentationEvent['type']>(type: T, payload: EventOf<T>['payload']): EventOf<T> =>
  ({ type, version: 1, audience: 'everyone', payload }) as EventOf<T>

/** @throws AppError */
function assertPresentable(state: Everyone, documentId: string): void {
  const document = findDocument(state, documentId)
  if (!document) throw new AppError('DOCUMENT_UNKNOWN')
  if (document.withdrawn) throw new AppError('DOCUMENT_WITHDRAWN')
  if (document.type !== 'pdf') throw new AppError('DOCUMENT_NOT_PRESENTABLE')
}

export const presentationCommandDefinitions = [
  defineCommand<'meeting', 'document.present'>({
    type: 'document.present',
    stream: 'meeting',
    action: 'document.present',
    timing: 'live',
    decide: ({ state: { everyone }, actor, payload }) => {
      requireUnderWay(everyone.meeting)
      const presenterId = actorIdOf(actor)
      // Its pages are turned from a page of ours that is in the room.
      if (presenterId === null || !hasDevice(everyone.attendance, presenterId))
        throw new AppError('ATTENDANCE_NOT_IN_ROOM')
      assertPresentable(everyone, payload.documentId)
      if (!mayShow(everyone, presenterId)) throw new AppError('PRESENTING_NEEDS_FLOOR')
      const { presentation } = everyone
      // Pressed twice, or on another device too: the one that is on goes on at its page.
      const isOn = presentation?.presenterId === presenterId && presentation.documentId === payload.documentId
      return { events: isOn ? [] : [presentationEvent('document.presentationStarted', { ...payload, presenterId })] }
    },
  }),

  defineCommand<'meeting', 'document.endPresentation'>({
    type: 'document.endPresentation',
    stream: 'meeting',
    action: 'document.endPresentation',
    timing: 'live',
    decide: ({ state: { everyone }, actor, payload }) => {
      requireUnderWay(everyone.meeting)
      const { meeting, presentation } = everyone
      if (presentation?.presentationId !== payload.presentationId) throw new AppError('PRESENTATION_UNKNOWN')
      const memberId = actorIdOf(actor)
      if (memberId !== presentation.presenterId && memberId !== meeting.chairId)
        throw new AppError('PRESENTATION_NOT_YOURS')
      return { events: [presentationEvent('document.presentationEnded', payload)] }
    },
  }),
]
