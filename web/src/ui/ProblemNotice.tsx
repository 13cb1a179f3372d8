// A refusal or a silence in words.
import { useWords } from '../i18n/index.ts'
import { type Problem, sentenceOf } from '../lib/problem.ts'
import { Notice } from './Notice.tsx'

export interface ProblemNoticeProps {
  problem: Problem
  children?: React.ReactNode
  'data-testid'?: string
}

export function ProblemNotice({ problem, children, ...rest }: ProblemNoticeProps) {
  const { t } = useWords()
  return (
    <Notice tone="trouble" urgent {...rest}>
      <p>{t(...sentenceOf(problem))}</p>
      {children}
    </Notice>
  )
}
