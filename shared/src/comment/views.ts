// What the HTTP API tells about comments (/api/v1/meetings/:meetingId/late-comments).
import { z } from 'zod'
import { commentSubjectSchema } from './events.ts'

const id = z.uuid()
const moment = z.iso.datetime()

export const lateCommentsSchema = z.object({
  comments: z.array(
    z.object({
      commentId: id,
      meetingId: id,
      memberId: id,
      subject: commentSubjectSchema,
      text: z.string(),
      when: z.enum(['before', 'during', 'after']),
      fromAbsent: z.boolean(),
      at: moment,
      readOut: z.object({ at: moment, by: id.nullable() }).nullable(),
      withdrawnAt: moment.nullable(),
    }),
  ),
})
export type LateComments = z.infer<typeof lateCommentsSchema>
