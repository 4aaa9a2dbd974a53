import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canMount, runScriptAmongMounts } from '../../helpers/children.ts';

// A real full disk: 4 MB of memory in a mount namespace of the child's own.
test.skipIf(!canMount())(
  'on a disk that is really full every acknowledged save stays, and nothing half-written',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'strefownik-full-'));
    const run = runScriptAmongMounts(
      `mount -t tmpfs -o size=4m tmpfs '${folder}'`,
      new URL('children/fillDisk.ts', import.meta.url),
      [folder],
    );
    rmSync(folder, { recursive: true });
    expect(run).toEqual({
      status: 0,
      stderr: '',
      value: {
        making: 'disk-full',
        leftBehind: [],
        saving: 'disk-full',
        allAcknowledgedThere: true,
        integrity: 'ok',
        closing: 'disk-full',
        reports: 0,
        partFiles: [],
        afterRoomWasMade: 'ok',
        reopened: 'open',
      },
    });
  },
);
