import { readFileSync } from 'node:fs';
import { keyFileText, withoutDevice, writeKeyFile, type KeyFile } from '../keyFile.ts';
import { backupsIn } from './places.ts';

function holds(path: string, text: string): boolean {
  try {
    return readFileSync(path, 'utf8') === text;
  } catch {
    return false; // gone or unreadable: written anew
  }
}

/** Puts a workspace's present key file into its backups of a place: the present passphrase and code open them all. */
export function spreadKeyFile(file: KeyFile, place: string): void {
  const theirs = withoutDevice(file);
  const text = keyFileText(theirs);
  for (const { paths, manifest } of backupsIn(place)) {
    if (manifest?.workspaceId !== file.workspaceId || holds(paths.key, text)) continue;
    writeKeyFile(paths.key, theirs);
  }
}
