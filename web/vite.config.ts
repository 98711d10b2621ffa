import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { packed } from './packed.ts'

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const server = `http://127.0.0.1:${process.env.BATON_PORT ?? 4000}`

/** Two pages: the desk, and what a customer opens from a link. */
export default defineConfig({
  root: here('.'),
  plugins: [react(), packed()],
  // The server refuses commands from pages of another origin, so the page's own goes through as the server's.
  server: {
    proxy: {
      '/api': { target: server, changeOrigin: true, headers: { origin: server } },
      '/c/': { target: server, changeOrigin: true },
    },
  },
  build: {
    outDir: here('dist'),
    emptyOutDir: true,
    target: 'es2023',
    // The pages' policy allows nothing inline: no data: fonts, no scripts in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { input: { desk: here('index.html'), portal: here('portal.html') } },
  },
})
