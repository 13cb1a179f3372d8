// One part of the page, under its heading.
import classes from './Prepare.module.css'

export interface SectionProps {
  id: string
  title: string
  lead?: string | undefined
  children: React.ReactNode
}

export function Section({ id, title, lead, children }: SectionProps) {
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} tabIndex={-1}>
        {title}
      </h2>
      {lead !== undefined && <p className={classes.soft}>{lead}</p>}
      {children}
    </section>
  )
}
