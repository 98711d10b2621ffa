import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  server: { proxy: { '/api': 'http://localhost:4000' } },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2023',
    // Fonts stay files of their own: in a style sheet they would be loaded by everybody, whatever they read.
    assetsInlineLimit: 0,
    rolldownOptions: { input: [here('index.html'), here('portal.html')] },
  },
})
