// /api/v1/organizations/:id/imports: the template, the upload, what was found. Accepting is a command like any other.
import { randomBytes, randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { AppError, errorReplySchema } from '@hoi-truong/shared/errors'
import {
  type ImportView,
  idSchema,
  importFaultPageSchema,
  importListSchema,
  importTemplateSchema,
  importViewSchema,
  newImportSchema,
} from '@hoi-truong/shared/organization'
import { mayWith } from '@hoi-truong/shared/permissions'
import type { FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { SignedIn } from '../../account/signedIn.ts'
import type { Database } from '../../database/client.ts'
import type { App } from '../../http/app.ts'
import { organizationRoles } from '../facts.ts'
import { csvReport, xlsxReport } from './report.ts'
import { discardRun, insertRun, readFaults, readRun, readRunsOf } from './runs.ts'
import { templateFile } from './template.ts'
import { receiveFile } from './upload.ts'

const failure = z.object({ error: errorReplySchema })
const refusals = { 400: failure, 401: failure, 403: failure, 404: failure, 409: failure, 413: failure, 429: failure }
const tags = ['import']
const security = [{ bearer: [] }]
const byId = z.object({ id: idSchema })
const byImport = byId.extend({ importId: idSchema })
const FILE = 'application/octet-stream'
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CSV = 'text/csv; charset=utf-8'
const MEGABYTE = 1024 * 1024
const FAULTS_AT_ONCE = 500

export interface ImportRouteParts {
  database: Database
  signedIn: SignedIn
  /** Of all files of an import together. */
  megabytes: number
  /** There is a list to be checked. */
  onUploaded: () => void
}

export async function importRoutes(whole: App, parts: ImportRouteParts): Promise<void> {
  const { database, signedIn, megabytes, onUploaded } = parts

  /** @throws AppError FORBIDDEN, also for what does not exist */
  async function admit(request: FastifyRequest, organizationId: string): Promise<string> {
    const memberId = await signedIn(request)
    if (!mayWith(await organizationRoles(database, memberId, organizationId), 'organization.import'))
      throw new AppError('FORBIDDEN')
    return memberId
  }

  /** A run of this organization. @throws AppError FORBIDDEN, IMPORT_UNKNOWN */
  async function admitTo(request: FastifyRequest, { id, importId }: z.infer<typeof byImport>): Promise<ImportView> {
    await admit(request, id)
    const run = await readRun(database, importId)
    if (run.organizationId !== id) throw new AppError('IMPORT_UNKNOWN')
    return run
  }

  whole.get(
    '/api/v1/organizations/:id/import-templates/:name',
    {
      schema: {
        tags,
        summary: 'A template for lists of organizations and members: a workbook, or CSV for one of them',
        security,
        params: byId.extend({ name: importTemplateSchema }),
      },
    },
    async (request, reply) => {
      const { id, name } = request.params
      await admit(request, id)
      const bytes = await templateFile(database, name)
      return reply
        .type(name.endsWith('.xlsx') ? XLSX : CSV)
        .header('content-disposition', `attachment; filename="${name}"`)
        .send(bytes)
    },
  )

  whole.get(
    '/api/v1/organizations/:id/imports',
    {
      schema: {
        tags,
        summary: 'The latest imports into an organization',
        security,
        params: byId,
        response: { 200: importListSchema, ...refusals },
      },
    },
    async (request) => {
      await admit(request, request.params.id)
      return { imports: await readRunsOf(database, request.params.id), megabytes }
    },
  )

  whole.post(
    '/api/v1/organizations/:id/imports',
    {
      schema: {
        tags,
        summary: 'Announce an import: its files are sent one by one afterwards, then they are checked',
        security,
        params: byId,
        body: newImportSchema,
        response: { 200: importViewSchema, ...refusals },
      },
    },
    async (request) => {
      const { id } = request.params
      const memberId = await admit(request, id)
      const { files } = request.body
      if (files.reduce((sum, { bytes }) => sum + bytes, 0) > megabytes * MEGABYTE)
        throw new AppError('IMPORT_FILE_TOO_LARGE', { megabytes })
      const run = { id: randomUUID(), organizationId: id, memberId, salt: randomBytes(16).toString('hex') }
      await database.$transaction((sql) => insertRun(sql, { ...run, files: withOwnNames(files) }))
      return readRun(database, run.id)
    },
  )

  await whole.register(async (app) => {
    // As it comes, in pieces; other routes of this scope take no body.
    app.removeAllContentTypeParsers()
    app.addContentTypeParser(FILE, (_request, payload, done) => done(null, payload))
    app.put(
      '/api/v1/organizations/:id/imports/:importId/files/:ordinal',
      {
        bodyLimit: megabytes * MEGABYTE,
        schema: {
          tags,
          summary: 'Send a file of an import, by its place among those announced; after the last one the check begins',
          security,
          params: byImport.extend({ ordinal: z.coerce.number().int().min(0).max(3) }),
          response: { 200: importViewSchema, ...refusals },
        },
      },
      async (request) => {
        const run = await admitTo(request, request.params as z.infer<typeof byImport>)
        const { ordinal } = request.params as { ordinal: number }
        if (!request.body) throw new AppError('IMPORT_FILE_INCOMPLETE')
        const isComplete = await receiveFile(database, run, ordinal, request.body as Readable)
        if (isComplete) onUploaded()
        return readRun(database, run.importId)
      },
    )
  })

  whole.get(
    '/api/v1/organizations/:id/imports/:importId',
    {
      schema: {
        tags,
        summary: 'An import: how far it is, what was found',
        security,
        params: byImport,
        response: { 200: importViewSchema, ...refusals },
      },
    },
    async (request) => admitTo(request, request.params),
  )

  whole.get(
    '/api/v1/organizations/:id/imports/:importId/faults',
    {
      schema: {
        tags,
        summary: 'What is wrong with the rows of an import, in their order',
        security,
        params: byImport,
        querystring: z.object({
          after: z.coerce.number().int().min(0).max(2_000_000_000).default(0),
          limit: z.coerce.number().int().min(1).max(FAULTS_AT_ONCE).default(100),
        }),
        response: { 200: importFaultPageSchema, ...refusals },
      },
    },
    async (request) => {
      const { importId } = await admitTo(request, request.params)
      return readFaults(database, importId, request.query.after, request.query.limit)
    },
  )

  whole.get(
    '/api/v1/organizations/:id/imports/:importId/report/:form',
    {
      schema: {
        tags,
        summary: 'The same as a table, to send back to whoever typed the list',
        security,
        params: byImport.extend({ form: z.enum(['xlsx', 'csv']) }),
      },
    },
    async (request, reply) => {
      const { importId } = await admitTo(request, request.params)
      const { form } = request.params
      reply.header('content-disposition', `attachment; filename="bao-cao-loi.${form}"`)
      if (form === 'csv') return reply.type(CSV).send(csvReport(database, importId))
      return reply.type(XLSX).send(await xlsxReport(database, importId))
    },
  )

  whole.post(
    '/api/v1/organizations/:id/imports/:importId/discard',
    {
      schema: {
        tags,
        summary: 'Put an import away that was not accepted',
        security,
        params: byImport,
        response: { 200: z.object({ done: z.literal(true) }), ...refusals },
      },
    },
    async (request) => {
      const { importId } = await admitTo(request, request.params)
      await discardRun(database, importId)
      return { done: true as const }
    },
  )
}

/** The report tells files apart by their names. */
function withOwnNames(files: readonly { name: string; bytes: number }[]): { name: string; bytes: number }[] {
  const seen = new Set<string>()
  return files.map(({ name, bytes }, index) => {
    const own = seen.has(name) ? `${name} (${index + 1})` : name
    seen.add(own)
    return { name: own, bytes }
  })
}
