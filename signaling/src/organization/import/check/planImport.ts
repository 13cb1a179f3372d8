// The dry run: from files to a plan, or to a report of everything that is wrong with them.
import type { Sql } from '../../../database/client.ts'
import { readToday } from '../../queries.ts'
import type { ReadingLimits } from '../read/sheet.ts'
import { checkMembers } from './checkMembers.ts'
import { checkOrganizations } from './checkOrganizations.ts'
import { readKinds, readKnownOrganizations, readKnownPeople, readKnownSecretaries } from './known.ts'
import type { Plan } from './plan.ts'
import { type ImportedFile, readTables } from './readTables.ts'

export interface PlanningParts {
  sql: Sql
  organizationId: string
  salt: string
  limits: ReadingLimits
  onRows?: (rows: number) => void
  onChecking?: () => void
}

const present = (values: Iterable<string>): string[] => [...new Set(values)].filter((value) => value !== '')

/** @throws AppError what concerns a whole file */
export async function planImport(files: readonly ImportedFile[], parts: PlanningParts): Promise<Plan> {
  const { sql, organizationId: rootId, salt, limits, onRows } = parts
  const { kinds } = await readKinds(sql)
  const { organizations, members, notes, faults } = await readTables(files, {
    kinds,
    limits,
    ...(onRows ? { onRows } : {}),
  })
  parts.onChecking?.()
  const day = await readToday(sql)
  const codes = [...organizations.flatMap(({ code, parent }) => [code, parent]), ...members.map(({ branch }) => branch)]
  const known = await readKnownOrganizations(sql, rootId, day, present(codes))
  const branchKinds = new Set([...kinds.values()].flatMap(({ kind, branch }) => (branch ? [kind] : [])))
  const common = { rootId, salt, faults, isBranch: (kind: string) => branchKinds.has(kind) }
  const checked = checkOrganizations(organizations, known, common)

  const people = await readKnownPeople(sql, present(members.map(({ number }) => number)))
  const named = present(members.flatMap(({ branch }) => checked.byCode.get(branch)?.id ?? []))
  const secretaries = await readKnownSecretaries(sql, named)
  const byId = new Map(known.map((one) => [one.id, one]))
  const merged = checkMembers(members, checked, { people, secretaries, organizations: byId }, day, common)

  const registered = checked.steps.filter(({ type }) => type === 'organization.register').length
  const [place] = members
  if (merged.officesToday > 0 && place)
    notes.push({
      file: place.place.file,
      sheet: place.place.sheet,
      code: 'OFFICE_ENDS_TODAY',
      params: { count: merged.officesToday },
    })
  return {
    organizations: checked.steps,
    merges: merged.merges,
    counts: {
      organizations: {
        new: registered,
        changed: checked.steps.length - registered,
        unchanged: checked.unchanged,
      },
      members: { new: merged.new, changed: merged.changed, unchanged: merged.unchanged },
    },
    notes,
    faults: faults.inOrder(),
    faultyRows: faults.rows,
  }
}
