import { join } from 'node:path';

/** The real worker and the real resources, from their sources. */
export const printerOptions: { workerUrl: URL; resourcesDir: string; timeoutMs: number } = {
  workerUrl: new URL('../../../src-main/reports/reportWorker.ts', import.meta.url),
  resourcesDir: join(import.meta.dirname, '../../../resources'),
  timeoutMs: 30_000,
};
