// How large a document is shown, in steps that are felt; kept for the next document on this device.
import { useState } from 'react'

function stored(key: string): number | null {
  try {
    const text = localStorage.getItem(key)
    return text === null ? null : Number(text)
  } catch {
    return null
  }
}

/** @param key null: not kept */
export function useZoom(steps: readonly number[], key: string | null) {
  const [step, setStep] = useState(() => {
    const kept = key === null ? null : stored(key)
    return Math.max(0, kept === null ? 0 : steps.indexOf(kept))
  })
  const go = (to: number) => {
    setStep(to)
    try {
      if (key !== null) localStorage.setItem(key, String(steps[to]))
    } catch {
      // Private windows: for as long as the document is open.
    }
  }
  return {
    zoom: steps[step] ?? 1,
    buttons: {
      mayGrow: step < steps.length - 1,
      mayShrink: step > 0,
      onGrow: () => go(step + 1),
      onShrink: () => go(step - 1),
    },
  }
}
