// The look: deep red and a little gold on warm white, type that can be read at arm's length, buttons that a thumb finds.
import { createTheme, type MantineColorsTuple } from '@mantine/core'

const brick: MantineColorsTuple = [
  '#fbf0ef',
  '#f1dcda',
  '#e2b5b1',
  '#d28c86',
  '#c46961',
  '#b5473f',
  '#9e2f29',
  '#8a2020',
  '#7d1818',
  '#641010',
]

export const theme = createTheme({
  primaryColor: 'brick',
  primaryShade: 8,
  colors: { brick },
  fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, sans-serif",
  headings: { fontFamily: "'Be Vietnam Pro', system-ui, 'Segoe UI', Roboto, sans-serif", fontWeight: '700' },
  defaultRadius: 'md',
  black: '#221b16',
  cursorType: 'pointer',
  respectReducedMotion: true,
  // Rings on keyboard focus are our own (global.css): two-coloured, so that they show on any ground.
  focusRing: 'never',
})
