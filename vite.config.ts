import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env['SENSO_API'] ?? 'http://127.0.0.1:3000';

/** Builds the web application from `src/web` into `dist/web`; in development it passes `/api` on to a running server. */
export default defineConfig({
  root: 'src/web',
  publicDir: 'public',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
  },
  server: { host: '127.0.0.1', proxy: { '/api': { target: API } } },
});
