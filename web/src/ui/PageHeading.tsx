// The page's name: in the window's title, and with the focus after a change of page, so that a screen reader says where one is.
import { useEffect, useRef } from 'react'
import { useWords } from '../i18n/index.ts'

export function PageHeading({ children, className }: { children: string; className?: string | undefined }) {
  const { t } = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  useEffect(() => {
    document.title = `${children} | ${t('app.name')}`
  }, [children, t])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children}
    </h1>
  )
}
