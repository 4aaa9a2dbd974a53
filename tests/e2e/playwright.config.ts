import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { repository } from '../tools/places.mjs';

export default defineConfig({
  testDir: import.meta.dirname,
  outputDir: join(repository, 'test-results'),
  globalSetup: join(import.meta.dirname, 'globalSetup.ts'),
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
});
