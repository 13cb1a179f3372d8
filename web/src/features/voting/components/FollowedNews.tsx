// What happens to the polls, read out on the page of whoever follows from afar.
import { usePollNews } from '../hooks/usePollNews.ts'

export function FollowedNews() {
  const said = usePollNews({ answers: false })
  return (
    <p className="hidden-text" role="status">
      {said}
    </p>
  )
}
