// The link of this place in the room, in words.
import { useMediaView } from '../../meeting/hooks/useRoomPlace.ts'
import { useLocalDevices } from '../hooks/useLocalDevices.ts'
import { LinkNotice } from './LinkNotice.tsx'

export function RoomLinkNotice() {
  const link = useMediaView((view) => view.link)
  const sendsPicture = useLocalDevices((state) => state.camera.track !== null)
  return <LinkNotice link={link} sendsPicture={sendsPicture} />
}
