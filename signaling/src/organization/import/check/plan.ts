// What a list comes to, once nothing is wrong with it: the steps that write it, parents before children, and how many of what.
import type {
  ImportCounts,
  ImportFault,
  ImportLine,
  ImportNote,
  OrganizationChange,
  OrganizationRecord,
} from '@hoi-truong/shared/organization'

export type OrganizationStep =
  | { organizationId: string; type: 'organization.register'; payload: OrganizationRecord & { validFrom: string } }
  | { organizationId: string; type: 'organization.change'; payload: OrganizationChange }

export interface MergeStep {
  organizationId: string
  /** A branch's lines are cut by their place in the file, so that a repeat cuts them alike. */
  piece: number
  file: string
  lines: ImportLine[]
}

export interface Plan {
  organizations: OrganizationStep[]
  merges: MergeStep[]
  counts: ImportCounts
  notes: ImportNote[]
  faults: ImportFault[]
  faultyRows: number
}

export const LINES_AT_ONCE = 1_000
