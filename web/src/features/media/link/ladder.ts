// How far down a poor link has brought this device. The rungs stand here; climbing and falling come with the watch.

/** From all that the room has to give, down to the one voice that matters most. */
export const linkSteps = ['good', 'smaller', 'onePicture', 'noPictures', 'oneVoice'] as const
export type LinkStep = (typeof linkSteps)[number]
