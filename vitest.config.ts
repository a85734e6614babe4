import { defineConfig } from 'vitest/config';

const PURE = ['src/**/*.test.ts', 'test/**/*.test.ts', 'scripts/**/*.test.ts'];
const NOT_PURE = ['**/*.http.test.ts'];

/** Days must not depend on the machine's time zone: core is tested east and west of Greenwich. */
const pure = (name: string, timeZone: string, include: string[]) => ({
  test: { name, include, exclude: NOT_PURE, env: { TZ: timeZone }, pool: 'forks' as const, isolate: false },
});

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      pure('unit', 'Asia/Ho_Chi_Minh', PURE),
      pure('unit-west', 'America/Los_Angeles', ['src/core/**/*.test.ts']),
      {
        test: { name: 'component', include: ['src/**/*.test.tsx'], environment: 'jsdom', pool: 'forks' },
      },
      {
        test: {
          name: 'http',
          include: ['src/**/*.http.test.ts', 'test/**/*.http.test.ts'],
          globalSetup: ['test/database-server.ts'],
          pool: 'forks',
          // Each file has a server and a database of its own; loading the modules anew for each took a quarter of the time.
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['e2e/**/*.test.ts'],
          pool: 'forks',
          maxWorkers: 1,
          fileParallelism: false,
          // Pages that are only looked at are looked at two at a time: one draws while the other is examined.
          maxConcurrency: 2,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
