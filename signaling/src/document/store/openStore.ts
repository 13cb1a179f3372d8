// The store that the configuration names.
import type { Config } from '../../config.ts'
import { DirectoryStore } from './DirectoryStore.ts'
import type { DocumentStore } from './DocumentStore.ts'
import { S3Store } from './S3Store.ts'

export type StoreConfig = Pick<Config, 'DOCUMENT_DIR' | Extract<keyof Config, `DOCUMENT_S3_${string}`>>

export const openStore = (config: StoreConfig): DocumentStore =>
  config.DOCUMENT_S3_ENDPOINT === ''
    ? new DirectoryStore(config.DOCUMENT_DIR)
    : new S3Store({
        endpoint: config.DOCUMENT_S3_ENDPOINT,
        bucket: config.DOCUMENT_S3_BUCKET,
        region: config.DOCUMENT_S3_REGION,
        accessKey: config.DOCUMENT_S3_ACCESS_KEY,
        secretKey: config.DOCUMENT_S3_SECRET_KEY,
      })
