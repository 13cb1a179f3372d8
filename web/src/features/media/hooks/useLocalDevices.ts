// This page's one set of devices: what the device check opened goes on in the room.
import { useStore } from 'zustand'
import { type DevicesState, LocalDevices } from '../devices/localDevices.ts'
import { isSmallScreen } from '../devices/smallScreen.ts'

export const localDevices = new LocalDevices({
  media: navigator.mediaDevices,
  lasting: {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => localStorage.setItem(key, value),
  },
  smallScreen: isSmallScreen(),
})

export const useLocalDevices = <T>(select: (state: DevicesState) => T): T => useStore(localDevices.store, select)
