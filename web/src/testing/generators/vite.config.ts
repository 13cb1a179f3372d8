// Builds the page of the generators into one script that a test hands to its browser.
import path from 'node:path'
import { defineConfig } from 'vite'

export default defineConfig({
  build: {
    lib: {
      entry: path.join(import.meta.dirname, 'main.ts'),
      formats: ['iife'],
      name: 'generators',
      fileName: 'generators',
    },
    emptyOutDir: true,
  },
})
