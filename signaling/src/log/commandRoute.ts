// /api/v1/commands: the pipeline over HTTP, for what may wait in an outbox and for pages without a socket.
import { errorReplySchema } from '@hoi-truong/shared/errors'
import { commandSchema } from '@hoi-truong/shared/protocol'
import { z } from 'zod'
import type { SignedIn } from '../account/signedIn.ts'
import type { App } from '../http/app.ts'
import type { CommandPipeline } from './commandPipeline.ts'
import { type CommandRegistry, prepareCommand } from './prepareCommand.ts'

export interface CommandRouteParts {
  signedIn: SignedIn
  registry: CommandRegistry
  pipeline: CommandPipeline
  nodeId: string
}

const failure = z.object({ error: errorReplySchema })

export function commandRoute(app: App, { signedIn, registry, pipeline, nodeId }: CommandRouteParts): void {
  app.post(
    '/api/v1/commands',
    {
      schema: {
        tags: ['command'],
        summary: 'Give a command; a repeat with the same id gets the same answer',
        security: [{ bearer: [] }],
        body: commandSchema,
        response: {
          200: z.object({ streamId: z.uuid(), seq: z.int() }),
          400: failure,
          401: failure,
          403: failure,
          404: failure,
          409: failure,
          410: failure,
          429: failure,
          503: failure,
        },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      const actor = { kind: 'member' as const, memberId, connectionId: null, nodeId }
      return pipeline.submit(prepareCommand(registry, actor, request.body))
    },
  )
}
