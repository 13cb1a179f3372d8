// Refusals before signing in, in words of these pages: those of the signed-in pages are not loaded here.
import type { MessageKey } from '@hoi-truong/shared/i18n'
import type { Translate } from '../../../i18n/index.ts'
import { type Problem, paramsOf, sentenceKeyOf } from '../../../lib/problem.ts'

const own: Partial<Record<Problem['code'], MessageKey>> = {
  ACCOUNT_CODE_WRONG: 'activation.code_wrong',
  PASSWORD_WEAK: 'activation.password_weak',
}

export const refusalIn = (t: Translate, problem: Problem): string =>
  t(own[problem.code] ?? sentenceKeyOf(problem), paramsOf(problem))
