import { expect, it } from 'vitest'
import { firstStep } from './firstStep.ts'

it.each([
  [{ effectiveType: '4g' }, 'good'],
  [{ effectiveType: '3g' }, 'onePicture'],
  [{ effectiveType: '2g' }, 'noPictures'],
  [{ effectiveType: 'slow-2g' }, 'oneVoice'],
  [{}, 'good'],
])('%o begins at %s', (connection, step) => expect(firstStep(connection)).toBe(step))
