import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { repository } from './tools/places.mjs';

// `isolate: false` runs the files of a worker in one process: no test may leave anything behind, and
// importing the application once instead of eighty times halves `npm run check`.

/**
 * Tests that start browsers, built files, many processes or print long documents: `npm test` runs
 * them, `npm run check` (under a minute) does not.
 */
const system = 'tests/**/*.system.test.ts';

const forbidden = join(import.meta.dirname, 'tools/electronForbidden.ts');

/** What both projects share; `electron` would try to fetch its binary when imported in plain Node. */
const common = {
  root: repository,
  resolve: { alias: [{ find: /^electron(\/.*)?$/, replacement: forbidden }] },
};

export default defineConfig({
  test: {
    root: repository,
    reporters: ['default'],
    maxWorkers: 2,
    projects: [
      {
        ...common,
        test: {
          name: 'unit',
          root: repository,
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
          exclude: [system],
          isolate: false,
          testTimeout: 10_000,
        },
      },
      {
        ...common,
        test: {
          name: 'integration',
          root: repository,
          environment: 'node',
          include: ['tests/integration/**/*.test.ts'],
          exclude: [system],
          isolate: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...common,
        test: {
          name: 'system',
          root: repository,
          environment: 'node',
          include: [system],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
