// A list that few want to read and that everybody may: behind its title.
import classes from './Result.module.css'

export function Names({ title, testId, children }: { title: string; testId: string; children: string[] }) {
  return (
    <details className={classes.names} data-testid={testId}>
      <summary>{title}</summary>
      <ol>
        {children.map((line, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: ballots are alike, and the list never changes
          <li key={place}>{line}</li>
        ))}
      </ol>
    </details>
  )
}
