// /api/v1/organizations: the tree, the members and the rules in force, for those whose roles reach so far.
import { AppError, errorReplySchema } from '@hoi-truong/shared/errors'
import {
  daySchema,
  idSchema,
  memberListSchema,
  memberViewSchema,
  organizationViewSchema,
  ownOrganizationSchema,
  ruleSetViewSchema,
  subtreeViewSchema,
} from '@hoi-truong/shared/organization'
import { type Action, type HeldRole, mayWith } from '@hoi-truong/shared/permissions'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SignedIn } from '../account/signedIn.ts'
import type { Database } from '../database/client.ts'
import type { App } from '../http/app.ts'
import { organizationRoles, readAdoptedRuleSet } from './facts.ts'
import { readMembersOn } from './membersOn.ts'
import { readMemberView } from './memberView.ts'
import { asSeenBy, standingAsSeenBy } from './privacy.ts'
import { listOwnOrganizations, readOrganization, readSubtree, readToday } from './queries.ts'

const failure = z.object({ error: errorReplySchema })
const refusals = { 400: failure, 401: failure, 403: failure, 404: failure, 429: failure }
const tags = ['organization']
const security = [{ bearer: [] }]
const byId = z.object({ id: idSchema })
/** As it stood on that day; today when left out. */
const onDay = z.object({ on: daySchema.optional() })

export function organizationRoutes(app: App, { database, signedIn }: { database: Database; signedIn: SignedIn }): void {
  /** @throws AppError FORBIDDEN, also for what does not exist: who has no role there does not learn what there is */
  async function admit(request: FastifyRequest, organizationId: string, action: Action) {
    const memberId = await signedIn(request)
    const roles: HeldRole[] = await organizationRoles(database, memberId, organizationId)
    if (!mayWith(roles, action)) throw new AppError('FORBIDDEN')
    const canManage = mayWith(roles, 'member.manage')
    const seesGrounds = canManage || mayWith(roles, 'organization.seeReasons')
    return { reader: { memberId, canManage, seesGrounds }, canManage, today: await readToday(database) }
  }

  app.get(
    '/api/v1/organizations',
    {
      schema: {
        tags,
        summary: 'The organizations on which the member holds a role today',
        security,
        response: { 200: z.object({ organizations: z.array(ownOrganizationSchema) }), 401: failure, 429: failure },
      },
    },
    async (request) => {
      const memberId = await signedIn(request)
      return { organizations: await listOwnOrganizations(database, memberId, await readToday(database)) }
    },
  )

  app.get(
    '/api/v1/organizations/:id',
    {
      schema: {
        tags,
        summary: 'An organization with every version of it',
        security,
        params: byId,
        response: { 200: organizationViewSchema, ...refusals },
      },
    },
    async (request) => {
      const { canManage, today } = await admit(request, request.params.id, 'organization.view')
      return { ...(await readOrganization(database, request.params.id, today)), canManageMembers: canManage }
    },
  )

  app.get(
    '/api/v1/organizations/:id/subtree',
    {
      schema: {
        tags,
        summary: 'An organization and all beneath it as they stood on a day',
        security,
        params: byId,
        querystring: onDay,
        response: { 200: subtreeViewSchema, ...refusals },
      },
    },
    async (request) => {
      const { today } = await admit(request, request.params.id, 'organization.view')
      return readSubtree(database, request.params.id, request.query.on ?? today)
    },
  )

  app.get(
    '/api/v1/organizations/:id/members',
    {
      schema: {
        tags,
        summary: 'The members of a branch on a day, in the order of the list; a search needs no diacritics',
        security,
        params: byId,
        querystring: onDay.extend({ search: z.string().max(100).optional() }),
        response: { 200: memberListSchema, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params
      const { reader, canManage, today } = await admit(request, id, 'member.view')
      const on = request.query.on ?? today
      const search = { search: request.query.search ?? '', numbers: canManage }
      const members = await readMembersOn(database, id, on, search)
      return { on, canManage, members: members.map((line) => asSeenBy(reader, line)) }
    },
  )

  app.get(
    '/api/v1/organizations/:id/members/:memberId',
    {
      schema: {
        tags,
        summary: 'A member with their whole history',
        security,
        params: byId.extend({ memberId: idSchema }),
        querystring: onDay,
        response: { 200: memberViewSchema, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params
      const { reader, canManage, today } = await admit(request, id, 'member.view')
      const on = request.query.on ?? today
      const member = await readMemberView(database, id, request.params.memberId, on)
      const seen = asSeenBy(reader, member)
      const standings = member.standings.map((standing) => standingAsSeenBy(reader, standing, member))
      return { on, canManage, ...seen, standings }
    },
  )

  app.get(
    '/api/v1/organizations/:id/rule-set',
    {
      schema: {
        tags,
        summary: 'The rules in force for an organization on a day, and who adopted them',
        security,
        params: byId,
        querystring: onDay,
        response: { 200: ruleSetViewSchema, ...refusals },
      },
    },
    async (request) => {
      const { today } = await admit(request, request.params.id, 'ruleSet.view')
      const on = request.query.on ?? today
      return { on, ...(await readAdoptedRuleSet(database, request.params.id, on)) }
    },
  )
}
