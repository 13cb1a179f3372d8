// Where a device begins whose network says of itself that it is slow: pictures first and gaps in words meanwhile would be the wrong way round.
import type { Connection } from './dataSaver.ts'
import type { LinkStep } from './ladder.ts'

const byKind: Record<string, LinkStep> = { 'slow-2g': 'oneVoice', '2g': 'noPictures', '3g': 'onePicture' }

export const firstStep = ({ effectiveType }: Connection): LinkStep => byKind[effectiveType ?? ''] ?? 'good'
