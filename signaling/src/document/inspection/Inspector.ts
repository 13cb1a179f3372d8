// Inspects files.
import { open } from 'node:fs/promises'
import { AppError } from '@hoi-truong/shared/errors'
import { typeOf } from './typeOf.ts'
import { type Finding, Refused } from './verdict.ts'

export class Inspector {
  async inspect(path: string, _name: string): Promise<Finding> {
    const handle = await open(path)
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(4096), 0, 4096, 0)
      const type = typeOf(buffer.subarray(0, bytesRead))
      return { type, pages: type === 'pdf' ? 1 : null, text: type === 'docx' ? { blocks: [] } : null }
    } catch (error) {
      if (error instanceof Refused) throw new AppError(error.code)
      throw error
    } finally {
      await handle.close()
    }
  }
}
