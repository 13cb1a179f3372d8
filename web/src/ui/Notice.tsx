// Something the person should know, with a sign beside the words: never by colour alone.
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import classes from './Notice.module.css'

const signs = { info: IconInfoCircle, good: IconCircleCheck, trouble: IconAlertTriangle }

export interface NoticeProps {
  tone: keyof typeof signs
  title?: string
  children: React.ReactNode
  /** Read out at once when it appears. */
  urgent?: boolean
  'data-testid'?: string
}

export function Notice({ tone, title, children, urgent = false, ...rest }: NoticeProps) {
  const Sign = signs[tone]
  return (
    <div className={classes.notice} data-tone={tone} role={urgent ? 'alert' : 'status'} {...rest}>
      <Sign className={classes.sign} aria-hidden />
      <div className={classes.words}>
        {title !== undefined && <p className={classes.title}>{title}</p>}
        {children}
      </div>
    </div>
  )
}
