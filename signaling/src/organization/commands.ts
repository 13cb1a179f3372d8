// Commands on an organization's stream: its registration and the import of its members.
import { AppError } from '@hoi-truong/shared/errors'
import { defineCommand } from '../log/commandDefinition.ts'

export const organizationCommandDefinitions = [
  defineCommand<'organization', 'organization.register'>({
    type: 'organization.register',
    stream: 'organization',
    action: 'organization.register',
    timing: 'deferrable',
    creates: (_payload, streamId) => streamId,
    decide: ({ payload, state }) => {
      // Registering again with the same facts is no change; with others it renames or moves the organization.
      const known = state.everyone.organization.organization
      if (known && JSON.stringify(known) === JSON.stringify(payload)) return { events: [] }
      return { events: [{ type: 'organization.registered', version: 1, audience: 'everyone', payload }] }
    },
  }),

  defineCommand<'organization', 'organization.importMembers'>({
    type: 'organization.importMembers',
    stream: 'organization',
    action: 'organization.importMembers',
    timing: 'deferrable',
    decide: ({ payload }) => {
      if (payload.members.length === 0) throw new AppError('IMPORT_EMPTY')
      const ids = new Set(payload.members.map((member) => member.memberId))
      const numbers = new Set(payload.members.map((member) => member.memberNumber))
      if (ids.size !== payload.members.length || numbers.size !== payload.members.length) {
        throw new AppError('IMPORT_DUPLICATE_MEMBER')
      }
      return { events: [{ type: 'organization.membersImported', version: 1, audience: 'everyone', payload }] }
    },
  }),
]
