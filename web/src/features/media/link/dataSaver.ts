// Whether this device is to spend little data (chế độ tiết kiệm dữ liệu): chosen by the person, kept on the device. Until they choose,
// as the browser was told.
import { createStore } from 'zustand/vanilla'

const STORED = 'hoi-truong.data-saver'

export interface Connection {
  saveData?: boolean
  effectiveType?: string
}

export const connection = (): Connection => (navigator as Navigator & { connection?: Connection }).connection ?? {}

export function readChoice(storage: Pick<Storage, 'getItem'>, { saveData }: Connection): boolean {
  try {
    const stored = storage.getItem(STORED)
    return stored === null ? saveData === true : stored === 'on'
  } catch {
    return saveData === true
  }
}

export function keepChoice(storage: Pick<Storage, 'setItem'>, saving: boolean): void {
  try {
    storage.setItem(STORED, saving ? 'on' : 'off')
  } catch {
    // Private windows: chosen for as long as the page is open.
  }
}

/** Opened where there may be no storage at all. */
const lasting = {
  getItem: (key: string) => localStorage.getItem(key),
  setItem: (key: string, value: string) => localStorage.setItem(key, value),
}

export const dataSaver = createStore<{ saving: boolean }>(() => ({ saving: readChoice(lasting, connection()) }))

export function saveData(saving: boolean): void {
  dataSaver.setState({ saving })
  keepChoice(lasting, saving)
}
