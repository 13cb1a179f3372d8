// Builds the web app; in development hands the API and the sockets on to a signaling that runs beside it.
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { bundleBudget } from './build/bundleBudget.ts'
import { pdfResources } from './build/pdfResources.ts'
import { precompressed } from './build/precompressed.ts'

const signaling = process.env.SIGNALING_URL ?? 'http://127.0.0.1:4000'

export default defineConfig({
  plugins: [
    react(),
    pdfResources(),
    precompressed(),
    bundleBudget([
      { name: 'sign-in', modules: ['src/features/account/components/SignInPage.tsx'], limitKb: 150 },
      {
        name: 'activation',
        modules: ['src/features/account/activation/ActivatePage.tsx', 'shared/src/i18n/words/activation/vi.ts'],
        limitKb: 170,
      },
      {
        name: 'room',
        modules: [
          'src/app/SignedInShell.tsx',
          'src/features/meeting/components/RoomPage.tsx',
          ...['shell', 'room', 'stage', 'floor', 'people', 'device'].map(
            (area) => `shared/src/i18n/words/${area}/vi.ts`,
          ),
        ],
        limitKb: 350,
      },
      {
        name: 'prepare',
        modules: [
          'src/app/SignedInShell.tsx',
          'src/features/meeting/prepare/components/PreparePage.tsx',
          ...['shell', 'prepare'].map((area) => `shared/src/i18n/words/${area}/vi.ts`),
        ],
        limitKb: 240,
      },
      {
        name: 'notice',
        modules: [
          'src/app/SignedInShell.tsx',
          'src/features/meeting/notice/components/NoticePage.tsx',
          ...['shell', 'notice', 'meetings'].map((area) => `shared/src/i18n/words/${area}/vi.ts`),
        ],
        limitKb: 225,
      },
    ]),
  ],
  server: {
    port: 5173,
    proxy: {
      '/api': signaling,
      '/socket.io': { target: signaling, ws: true },
    },
  },
  preview: {
    proxy: {
      '/api': signaling,
      '/socket.io': { target: signaling, ws: true },
    },
  },
  build: {
    // Phones keep what did not change: the libraries change less often than the app.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    rolldownOptions: {
      output: {
        // The first page lists each file that may come later, and their names are what cannot be packed: only pages have one to be read.
        chunkFileNames: ({ isDynamicEntry }) => (isDynamicEntry ? 'assets/[name]-[hash:7].js' : 'assets/[hash:7].js'),
      },
    },
  },
})
