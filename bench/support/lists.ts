// An administrator who imports lists over HTTP, as the page does.
import { randomUUID } from 'node:crypto'
import type { ImportView } from '@hoi-truong/shared/organization'
import type { RunningSystem } from '../../e2e/support/system.ts'

const LOOK_EVERY_MS = 250

interface ListFile {
  name: string
  content: Buffer
}

export class Lists {
  readonly #url: string
  readonly #memberNumber: string
  readonly #password: string
  readonly #organizationId: string
  #token = ''

  private constructor(system: RunningSystem, memberNumber: string, organizationId: string) {
    this.#url = `${system.url}/api/v1`
    this.#memberNumber = memberNumber
    this.#password = system.password
    this.#organizationId = organizationId
  }

  static async signIn(system: RunningSystem, memberNumber: string, organizationId: string): Promise<Lists> {
    const lists = new Lists(system, memberNumber, organizationId)
    await lists.#renew()
    return lists
  }

  async check(files: readonly ListFile[]): Promise<ImportView> {
    await this.#renew()
    const announced = files.map(({ name, content }) => ({ name, bytes: content.length }))
    const { importId } = await this.#ask<ImportView>(this.#own('/imports'), { files: announced })
    for (const [ordinal, { content }] of files.entries()) {
      const path = this.#own(`/imports/${importId}/files/${ordinal}`)
      await this.#fetch(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream' },
        body: Uint8Array.from(content),
      })
    }
    return this.#settled(importId)
  }

  async accept(importId: string): Promise<ImportView> {
    const command = {
      id: randomUUID(),
      type: 'organization.acceptImport',
      streamId: this.#organizationId,
      payload: { importId },
    }
    await this.#ask('/commands', command)
    return this.#settled(importId)
  }

  async report(importId: string): Promise<string> {
    return (await this.#fetch(this.#own(`/imports/${importId}/report/csv`), {})).text()
  }

  async #settled(importId: string): Promise<ImportView> {
    for (;;) {
      const view = await this.#ask<ImportView>(this.#own(`/imports/${importId}`))
      if (view.status === 'failed') throw new Error(`the import failed: ${JSON.stringify(view.failure)}`)
      if (view.status !== 'uploaded' && view.status !== 'applying') return view
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
    }
  }

  #own(path: string): string {
    return `/organizations/${this.#organizationId}${path}`
  }

  async #renew(): Promise<void> {
    const { accessToken } = await this.#ask<{ accessToken: string }>('/auth/login', {
      memberNumber: this.#memberNumber,
      password: this.#password,
    })
    this.#token = accessToken
  }

  async #ask<T>(path: string, body?: unknown): Promise<T> {
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
    return (await (await this.#fetch(path, body === undefined ? {} : init)).json()) as T
  }

  async #fetch(path: string, init: RequestInit): Promise<Response> {
    const headers = { ...(init.headers as Record<string, string>), authorization: `Bearer ${this.#token}` }
    const response = await fetch(this.#url + path, { ...init, headers })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response
  }
}
