// The answer of S3 to ListObjectsV2: what there is, and where the next page begins.
import { SaxesParser } from 'saxes'
import type { StoredFile } from './DocumentStore.ts'

interface Page {
  files: StoredFile[]
  /** Null after the last page. */
  next: string | null
}

/** @throws Error when it is no such answer */
export function readS3List(xml: string): Page {
  const page: Page = { files: [], next: null }
  const parser = new SaxesParser()
  const path: string[] = []
  let text = ''
  let key = ''
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    path.push(name)
    text = ''
  })
  parser.on('text', (more) => {
    text += more
  })
  parser.on('closetag', () => {
    const where = path.join('/')
    if (where === 'ListBucketResult/Contents/Key') key = text
    if (where === 'ListBucketResult/Contents/LastModified') page.files.push({ key, putAt: Date.parse(text) })
    if (where === 'ListBucketResult/NextContinuationToken') page.next = text
    path.pop()
    text = ''
  })
  parser.write(xml).close()
  return page
}
