// Where the room is laid out for a phone, as in Room.module.css: there is no place for all of its buttons side by side.

export const NARROW = '(max-width: 48rem)'
