// What is done to an account, as a command on the branch's stream.
import type { CommandType } from '@hoi-truong/shared/streams'
import { newId } from '../../../lib/newId.ts'
import { useAskAgainForAccounts } from '../api/branchAccounts.ts'
import { giveCommand } from '../api/giveCommand.ts'
import { type Sender, useSending } from './useSending.ts'

type AccountCommand = Extract<CommandType, `account.${string}`>

export interface AccountCommandState extends Omit<Sender, 'send'> {
  /** @returns whether it was taken */
  give(type: AccountCommand, payload: object): Promise<boolean>
}

export function useAccountCommand(organizationId: string): AccountCommandState {
  const { send, ...sender } = useSending()
  const askAgain = useAskAgainForAccounts(organizationId)
  const give = async (type: AccountCommand, payload: object) => {
    const body = { id: newId(), type, streamId: organizationId, payload }
    const taken = await send((signal) => giveCommand(body, signal))
    // Also after a refusal: somebody else has changed what this page shows.
    void askAgain()
    return taken !== null
  }
  return { ...sender, give }
}
