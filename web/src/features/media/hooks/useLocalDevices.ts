// This page's one set of devices: what the device check opened goes on in the room.
import { useStore } from 'zustand'
import { type DevicesState, LocalDevices } from '../devices/localDevices.ts'

export const localDevices = new LocalDevices({
  media: navigator.mediaDevices,
  lasting: {
    getItem: (key) => localStorage.getItem(key),
    setItem: (key, value) => localStorage.setItem(key, value),
  },
  smallScreen: Math.min(screen.width, screen.height) < 600,
})

export const useLocalDevices = <T>(select: (state: DevicesState) => T): T => useStore(localDevices.store, select)
