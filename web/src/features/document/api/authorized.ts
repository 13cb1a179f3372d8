// Files go by other ways than JSON (progress, ranges), with the same token: fresh, and replaced once when it is refused.
import { asksForToken } from '../../../lib/problem.ts'
import { session } from '../../account/api/session.ts'

export async function authorized<T>(ask: (token: string) => Promise<T>): Promise<T> {
  const token = await session.accessToken()
  try {
    return await ask(token)
  } catch (error) {
    if (!asksForToken(error)) throw error
    session.refuse(token)
    return await ask(await session.accessToken())
  }
}
