import { timingSafeEqual } from 'node:crypto';
import { dirname } from 'node:path';
import { readKeyFile, unwrapDataKey } from './keyFile.ts';
import { StoreFailure } from './failures.ts';
import { workspacePaths } from './workspacePaths.ts';

/**
 * Makes sure that who asks knows the passphrase of the open workspace; the demonstration takes any (about 350 ms).
 * Throws wrong-passphrase and what the key file throws.
 */
export async function checkPassphrase(
  files: { readonly folder: string; readonly dataKey: Uint8Array },
  passphrase: string,
): Promise<void> {
  const paths = workspacePaths(dirname(files.folder));
  const dataKey = await unwrapDataKey(readKeyFile(paths.key), { kind: 'passphrase', passphrase });
  const same = timingSafeEqual(dataKey, files.dataKey);
  dataKey.fill(0);
  if (!same) throw new StoreFailure('wrong-passphrase');
}
