// All type as large as the screen allows, for as long as the room is on a site's screen: the last row reads along. All sizes follow the root's.
import { useEffect } from 'react'

const LARGE = 'max(112.5%, 1.4vw)'

export function useProjectorType(projects: boolean): void {
  useEffect(() => {
    if (!projects) return
    const { style } = document.documentElement
    style.fontSize = LARGE
    return () => {
      style.removeProperty('font-size')
    }
  }, [projects])
}
