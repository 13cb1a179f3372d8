// What the command for the first administrator is told, by options and environment.
import { memberNumberSchema, nameSchema } from '@hoi-truong/shared/organization'
import { z } from 'zod'
import type { Administrator } from './firstAdministrator.ts'

export const USAGE = `The first administrator of an installation, or a new slip for one:

  node signaling/src/account/install/administrator.ts --code TINH-01 --organization "Đảng bộ tỉnh ..." --number 012345678 --name "Họ và tên"

--code and --organization: the organization on top; --number: the member number (số thẻ) to sign in with.
Reads DATABASE_APP_URL, ACCESS_TOKEN_SECRET (signaling's own) and ACCOUNT_CODE_DAYS (30) from the environment.
`

export interface Wish {
  databaseUrl: string
  secret: string
  codeDays: number
  administrator: Administrator
}

const environmentSchema = z.object({
  DATABASE_APP_URL: z.url(),
  ACCESS_TOKEN_SECRET: z.string().min(16),
  ACCOUNT_CODE_DAYS: z.coerce.number().int().min(1).max(365).prefault(30),
})
const optionsSchema = z.object({
  code: z.string().trim().min(1).max(40),
  organization: nameSchema,
  number: memberNumberSchema,
  name: nameSchema,
})

/** Null when something is missing or wrong. @param readOptions throws for an option that there is not */
export function readWish(environment: NodeJS.ProcessEnv, readOptions: () => unknown): Wish | null {
  const given = environmentSchema.safeParse(environment)
  const options = optionsSchema.safeParse(orNull(readOptions))
  if (!given.success || !options.success) return null
  const { code, organization, number, name } = options.data
  return {
    databaseUrl: given.data.DATABASE_APP_URL,
    secret: given.data.ACCESS_TOKEN_SECRET,
    codeDays: given.data.ACCOUNT_CODE_DAYS,
    administrator: { organizationCode: code, organizationName: organization, memberNumber: number, name },
  }
}

function orNull(read: () => unknown): unknown {
  try {
    return read()
  } catch {
    return null
  }
}
