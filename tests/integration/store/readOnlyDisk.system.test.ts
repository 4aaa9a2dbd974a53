import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { canMount, runScriptAmongMounts } from '../../helpers/children.ts';
import { filesBelow } from '../../helpers/files.ts';
import { storeHarness } from '../../helpers/storeHarness.ts';

const base = mkdtempSync(join(tmpdir(), 'strefownik-read-only-'));
afterAll(() => rmSync(base, { recursive: true }));

// Permissions do not stop root, so the folder is mounted read-only, in a namespace of the child's own.
test.skipIf(!canMount())(
  'a workspace whose disk is read-only is neither opened nor made there',
  async () => {
    const harness = storeHarness({ folder: join(base, 'made') });
    await harness.createQuickly();
    await harness.server.close();
    const empty = join(base, 'empty');
    mkdirSync(empty);
    const readOnly = (folder: string) =>
      `mount --bind '${folder}' '${folder}'; mount -o remount,ro,bind '${folder}'`;
    const before = filesBelow(harness.folder);
    const run = runScriptAmongMounts(
      `${readOnly(harness.folder)}; ${readOnly(empty)}`,
      new URL('children/tryReadOnly.ts', import.meta.url),
      [dirname(harness.folder), empty],
    );
    expect(run).toMatchObject({
      status: 0,
      value: { opening: 'no-write-access', making: 'no-write-access' },
    });
    expect(filesBelow(harness.folder)).toEqual(before);
    expect(filesBelow(empty).size).toBe(0);
  },
);
