// A site is spoken of by its name.
import type { MeetingState } from '@hoi-truong/shared/meeting'

export const siteNameIn = ({ plan }: Pick<MeetingState, 'plan'>, siteId: string): string =>
  plan?.sites.find((site) => site.siteId === siteId)?.name ?? ''
