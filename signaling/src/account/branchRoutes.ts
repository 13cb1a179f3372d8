// /api/v1/organizations/:id/accounts and /account-slips: what a branch's committee sees and prints.
import { branchAccountsSchema, type Slips, slipsRequestSchema, slipsSchema } from '@hoi-truong/shared/account'
import { AppError, errorReplySchema } from '@hoi-truong/shared/errors'
import { idSchema } from '@hoi-truong/shared/organization'
import { type Action, mayWith } from '@hoi-truong/shared/permissions'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Database } from '../database/client.ts'
import type { App } from '../http/app.ts'
import type { CommandPipeline } from '../log/commandPipeline.ts'
import { organizationRoles } from '../organization/facts.ts'
import { readToday } from '../organization/queries.ts'
import { readBranchAccounts } from './branchAccounts.ts'
import type { OneTimeCodes } from './oneTimeCodes.ts'
import type { SignedIn } from './signedIn.ts'
import { issueSlips } from './slips.ts'

export interface BranchAccountParts {
  database: Database
  pipeline: CommandPipeline
  codes: OneTimeCodes
  signedIn: SignedIn
  codeDays: number
  nodeId: string
}

const failure = z.object({ error: errorReplySchema })
const refusals = { 400: failure, 401: failure, 403: failure, 429: failure }
const common = { tags: ['account'], security: [{ bearer: [] }], params: z.object({ id: idSchema }) }

export function branchAccountRoutes(app: App, parts: BranchAccountParts): void {
  const { database, signedIn, nodeId } = parts

  /** @throws AppError FORBIDDEN, also for what does not exist: who has no role there does not learn what there is */
  async function admit(request: FastifyRequest, organizationId: string, action: Action) {
    const memberId = await signedIn(request)
    const roles = await organizationRoles(database, memberId, organizationId)
    if (!mayWith(roles, action)) throw new AppError('FORBIDDEN')
    return { memberId, roles }
  }

  app.get(
    '/api/v1/organizations/:id/accounts',
    {
      schema: {
        ...common,
        summary:
          'The accounts of a branch’s members, the requests that wait, and how many of both kinds of members have one',
        response: { 200: branchAccountsSchema, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params
      const reader = await admit(request, id, 'account.view')
      return readBranchAccounts(database, id, reader, await readToday(database))
    },
  )

  app.post(
    '/api/v1/organizations/:id/account-slips',
    {
      schema: {
        ...common,
        summary: 'One-time codes for members, told once; codes made before for them are void',
        body: slipsRequestSchema,
        response: { 200: slipsSchema, 404: failure, 409: failure, 503: failure, ...refusals },
      },
    },
    async (request): Promise<Slips> => {
      const { id } = request.params
      const { memberId } = await admit(request, id, 'account.issueCodes')
      return issueSlips(parts, id, { kind: 'member', memberId, connectionId: null, nodeId }, request.body)
    },
  )
}
