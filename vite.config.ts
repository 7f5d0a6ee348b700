import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { shellPlugin } from './client/responder/worker/shell-plugin.ts';

/** The browser's half: built into `dist/client`, which the server serves. */
export default defineConfig({
  root: 'client',
  plugins: [react(), shellPlugin()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    // Everything is a file of our own origin, so that the page needs neither data: scripts nor inline ones.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
  server: {
    proxy: {
      // The client's own folder of that name is not the server's.
      '^/api/(?!.*\\.tsx?($|\\?))': 'http://localhost:8080',
      '/socket.io': { target: 'http://localhost:8080', ws: true },
    },
  },
});
