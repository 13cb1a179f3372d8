// A quiet button for the page's head: sign and word, no frame until it is touched.
import classes from './PlainButton.module.css'

export function PlainButton(props: React.ComponentProps<'button'>) {
  return <button type="button" {...props} className={classes.button} />
}
