// What a phone is here: it shows small pictures, runs on a battery, and its network is paid for by what goes through it.

export const isSmallScreen = (): boolean => Math.min(screen.width, screen.height) < 600
