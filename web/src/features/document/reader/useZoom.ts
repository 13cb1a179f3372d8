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

/** @param key null: not kept @param usual where nothing is kept */
export function useZoom(steps: readonly number[], key: string | null, usual = steps[0]) {
  const [step, setStep] = useState(() => {
    const kept = key === null ? null : stored(key)
    return Math.max(0, steps.indexOf(kept ?? usual ?? 1))
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
