// All commands on an organization's stream, but for what other features keep there.
import { AppError } from '@hoi-truong/shared/errors'
import { dayOf } from '@hoi-truong/shared/organization'
import { defineCommand } from '../log/commandDefinition.ts'
import { importCommandDefinitions } from './import/commands.ts'
import { memberCommandDefinitions } from './memberCommands.ts'
import { type ImportFacts, readImportFacts } from './memberFacts.ts'
import { requirePeriod } from './memberRules.ts'
import { movingCommandDefinitions } from './movingCommands.ts'
import { ruleSetCommandDefinitions } from './ruleSetCommands.ts'
import { treeCommandDefinitions } from './treeCommands.ts'

const importCommandDefinition = defineCommand<'organization', 'organization.importMembers', ImportFacts>({
  type: 'organization.importMembers',
  stream: 'organization',
  action: 'organization.importMembers',
  timing: 'deferrable',
  gather: (sql, { streamId, payload, at }) => readImportFacts(sql, streamId, payload.members, dayOf(at)),
  decide: ({ payload }, { facts }) => {
    const { members } = payload
    if (members.length === 0) throw new AppError('IMPORT_EMPTY')
    const ids = new Set(members.map((member) => member.memberId))
    const numbers = new Set(members.map((member) => member.memberNumber))
    if (ids.size !== members.length || numbers.size !== members.length) throw new AppError('IMPORT_DUPLICATE_MEMBER')
    for (const { membership, standings, offices, roles } of members)
      for (const period of [membership, ...standings, ...offices, ...roles]) requirePeriod(period)
    if (facts.rolesReachOut) throw new AppError('FORBIDDEN')
    if (facts.numbersTaken.size > 0) throw new AppError('MEMBER_NUMBER_TAKEN')
    if (facts.elsewhere.size > 0) throw new AppError('MEMBER_ELSEWHERE')
    return { events: [{ type: 'organization.membersImported', version: 2, audience: 'bureau', payload }] }
  },
})

export const organizationCommandDefinitions = [
  ...treeCommandDefinitions,
  importCommandDefinition,
  ...importCommandDefinitions,
  ...memberCommandDefinitions,
  ...movingCommandDefinitions,
  ...ruleSetCommandDefinitions,
]
