// Small lists for tests, as CSV and as workbooks, and the way of an import over HTTP.
import {
  type ImportFaultPage,
  type ImportTable,
  type ImportView,
  importColumns,
  importSheets,
} from '@hoi-truong/shared/organization'
import writeXlsxFile from 'write-excel-file/node'
import { until } from '../../../testing/signaling.ts'
import { csvLine } from '../csvText.ts'

export interface Listed {
  organizations?: Record<string, string>[]
  members?: Record<string, string>[]
}

const headings = (table: ImportTable) => importColumns[table].map(({ heading }) => heading)
const cells = (table: ImportTable, row: Record<string, string>) => importColumns[table].map(({ key }) => row[key] ?? '')

export const branchRow = (more: Record<string, string> = {}): Record<string, string> => ({
  code: 'T.001',
  name: 'Chi bộ Thôn Nhập',
  kind: 'Chi bộ',
  parent: '99.000.001',
  branchType: 'Thôn, tổ dân phố',
  from: '01/07/2025',
  ...more,
})

export const personRow = (more: Record<string, string> = {}): Record<string, string> => ({
  number: 'NH-0001',
  name: 'Nguyễn Văn Nhập',
  branch: 'T.001',
  category: 'Chính thức',
  ...more,
})

export const csvOf = (table: ImportTable, rows: readonly Record<string, string>[]): Buffer =>
  Buffer.from([headings(table), ...rows.map((row) => cells(table, row))].map(csvLine).join(''))

export const workbookOf = ({ organizations = [], members = [] }: Listed): Promise<Buffer> =>
  writeXlsxFile([
    {
      sheet: importSheets.organizations,
      data: [headings('organizations'), ...organizations.map((row) => cells('organizations', row))],
    },
    { sheet: importSheets.members, data: [headings('members'), ...members.map((row) => cells('members', row))] },
  ]).toBuffer()

export const filesOf = ({ organizations, members }: Listed): { name: string; content: Buffer }[] => [
  ...(organizations ? [{ name: 'to-chuc.csv', content: csvOf('organizations', organizations) }] : []),
  ...(members ? [{ name: 'dang-vien.csv', content: csvOf('members', members) }] : []),
]

/** An administrator at the wire. */
export class Importer {
  readonly #url: string
  readonly #token: string
  readonly #organizationId: string

  constructor(url: string, token: string, organizationId: string) {
    this.#url = url
    this.#token = token
    this.#organizationId = organizationId
  }

  async ask<T>(path: string, init: RequestInit = {}): Promise<T> {
    const response = await this.raw(path, init)
    const body = (await response.json()) as { error?: { code: string } }
    if (!response.ok) throw new Error(body.error?.code ?? `${response.status}`)
    return body as T
  }

  raw(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = { authorization: `Bearer ${this.#token}`, ...(init.headers as Record<string, string>) }
    return fetch(`${this.#url}/api/v1/organizations/${this.#organizationId}${path}`, { ...init, headers })
  }

  json<T>(path: string, body: unknown): Promise<T> {
    return this.ask<T>(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  }

  /** Announces and sends; the check begins. */
  async upload(files: readonly { name: string; content: Buffer }[]): Promise<string> {
    const announced = files.map(({ name, content }) => ({ name, bytes: content.length }))
    const { importId } = await this.json<ImportView>('/imports', { files: announced })
    for (const [ordinal, { content }] of files.entries())
      await this.ask(`/imports/${importId}/files/${ordinal}`, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: Uint8Array.from(content),
      })
    return importId
  }

  run(importId: string): Promise<ImportView> {
    return this.ask<ImportView>(`/imports/${importId}`)
  }

  /** Until the work that goes on is over. */
  settled(importId: string): Promise<ImportView> {
    return until(async () => {
      const run = await this.run(importId)
      return run.status !== 'uploaded' && run.status !== 'applying' && run
    })
  }

  async check(files: readonly { name: string; content: Buffer }[]): Promise<ImportView> {
    return this.settled(await this.upload(files))
  }

  async faults(importId: string): Promise<ImportFaultPage['faults']> {
    const { faults } = await this.ask<ImportFaultPage>(`/imports/${importId}/faults?limit=500`)
    return faults
  }

  async accept(importId: string, id: string = crypto.randomUUID()): Promise<void> {
    const body = { id, type: 'organization.acceptImport', streamId: this.#organizationId, payload: { importId } }
    const response = await fetch(`${this.#url}/api/v1/commands`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (response.ok) return
    const { error } = (await response.json()) as { error: { code: string } }
    throw new Error(error.code)
  }

  async import(files: readonly { name: string; content: Buffer }[]): Promise<ImportView> {
    const run = await this.check(files)
    await this.accept(run.importId)
    return this.settled(run.importId)
  }
}
