import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

// The libraries change less often than the product: a browser keeps them over an update.
const LIBRARY_GROUPS = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  {
    name: 'tanstack',
    test: /node_modules[\\/]@tanstack[\\/](react-router|router-core|history|react-query|query-core)[\\/]/,
  },
];

const API = process.env.SENSO_API ?? 'http://127.0.0.1:3000';

/** Builds the web application from `src/web` into `dist/web`; in development it passes `/api` on to a running server. */
export default defineConfig({
  root: 'src/web',
  cacheDir: '../../node_modules/.cache/vite',
  plugins: [react()],
  // The library that runs schemas is a tenth of the first page, and the browser runs none.
  resolve: { alias: { zod: fileURLToPath(new URL('src/web/api/schema-stand-in.ts', import.meta.url)) } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    sourcemap: false,
    // The library of charts is larger than the 500 kB from which Vite warns; it is loaded after the page, where a chart is.
    chunkSizeWarningLimit: 600,
    rolldownOptions: { output: { codeSplitting: { groups: LIBRARY_GROUPS } } },
  },
  server: { host: '127.0.0.1', proxy: { '/api/v1': { target: API } } },
});
