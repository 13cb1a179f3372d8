// Commands on an organization itself: it is registered, changes from a day on, ends.
import { AppError } from '@hoi-truong/shared/errors'
import type { OrganizationEvent, OrganizationFacts, OrganizationState } from '@hoi-truong/shared/organization'
import { defineCommand } from '../log/commandDefinition.ts'
import { type EndFacts, mayAt, readEndFacts, readTreeFacts, type TreeFacts } from './treeFacts.ts'

const event = <E extends OrganizationEvent>(type: E['type'], version: number, payload: E['payload']) => ({
  type,
  version,
  audience: 'everyone' as const,
  payload,
})

/** @throws AppError */
function checkFacts({ branchType }: OrganizationFacts, facts: TreeFacts): void {
  if (!facts.kind) throw new AppError('ORGANIZATION_KIND_UNKNOWN')
  if ((branchType !== null) !== facts.kind.branch) throw new AppError('ORGANIZATION_BRANCH_TYPE_WRONG')
  if (facts.cycle) throw new AppError('ORGANIZATION_CYCLE')
  if (!facts.parentInForce) throw new AppError('ORGANIZATION_PARENT_UNKNOWN')
}

const sameFacts = (a: OrganizationFacts, b: OrganizationFacts): boolean =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.branchType === b.branchType &&
  a.committee === b.committee &&
  a.parentId === b.parentId

/** The last version, to which something may still happen. @throws AppError */
function lastVersion(state: OrganizationState, from: string) {
  const last = state.versions.at(-1)
  if (!last) throw new AppError('ORGANIZATION_UNKNOWN')
  if (state.end) throw new AppError('ORGANIZATION_ENDED')
  // What was is not rewritten: a change comes after the last one.
  if (last.from !== null && from <= last.from) throw new AppError('ORGANIZATION_VERSION_OVERLAPS')
  return last
}

export const treeCommandDefinitions = [
  defineCommand<'organization', 'organization.register', TreeFacts>({
    type: 'organization.register',
    stream: 'organization',
    action: 'organization.register',
    timing: 'deferrable',
    creates: (_payload, streamId) => streamId,
    // A new one has no roles yet: who may register one is who may where it will stand.
    madeBy: ({ parentId }) => parentId,
    gather: (sql, { streamId, payload }) => readTreeFacts(sql, streamId, { ...payload, from: payload.validFrom }),
    decide: ({ payload, state }, { facts }) => {
      const known = state.everyone.organization
      const [first] = known.versions
      if (first) {
        const same = known.code === payload.code && first.from === payload.validFrom && sameFacts(first, payload)
        if (same) return { events: [] }
        throw new AppError('ORGANIZATION_EXISTS')
      }
      if (facts.codeTaken) throw new AppError('ORGANIZATION_CODE_TAKEN')
      checkFacts(payload, facts)
      return { events: [event('organization.registered', 2, payload)] }
    },
  }),

  defineCommand<'organization', 'organization.change', TreeFacts & { mayPlace: boolean }>({
    type: 'organization.change',
    stream: 'organization',
    action: 'organization.change',
    timing: 'deferrable',
    gather: async (sql, { streamId, payload, actor }) => ({
      ...(await readTreeFacts(sql, streamId, { ...payload, code: null })),
      mayPlace: await mayAt(sql, actor, payload.parentId, 'organization.change'),
    }),
    decide: ({ payload, state }, { facts }) => {
      const last = lastVersion(state.everyone.organization, payload.from)
      // Nobody moves their organization out of the sight of those above it.
      if (payload.parentId !== last.parentId && !facts.mayPlace) throw new AppError('FORBIDDEN')
      checkFacts(payload, facts)
      if (sameFacts(last, payload)) return { events: [] }
      return { events: [event('organization.changed', 1, payload)] }
    },
  }),

  defineCommand<'organization', 'organization.end', EndFacts & { mayMerge: boolean }>({
    type: 'organization.end',
    stream: 'organization',
    action: 'organization.end',
    timing: 'deferrable',
    gather: async (sql, { streamId, payload, actor }) => ({
      ...(await readEndFacts(sql, streamId, payload)),
      mayMerge: await mayAt(sql, actor, payload.mergedInto, 'organization.change'),
    }),
    decide: ({ payload, state }, { facts }) => {
      lastVersion(state.everyone.organization, payload.from)
      if (payload.mergedInto !== null && !facts.mayMerge) throw new AppError('FORBIDDEN')
      if (!facts.mergerInForce) throw new AppError('ORGANIZATION_MERGER_UNKNOWN')
      if (facts.hasChildren) throw new AppError('ORGANIZATION_HAS_CHILDREN')
      return { events: [event('organization.ended', 1, payload)] }
    },
  }),
]
