// What the device notices of its own microphone: spoken into while nobody can hear it, or silent although it is on.
import { useStore } from 'zustand'
import { usePlace } from '../../meeting/hooks/useRoomPlace.ts'
import type { OwnVoiceState } from '../devices/ownVoice.ts'

export const useOwnVoice = (): OwnVoiceState => useStore(usePlace().voice.store)
