import { join } from 'node:path';

/** Files of a workspace folder. */
export function workspacePaths(folder: string) {
  const incoming = join(folder, 'incoming');
  return {
    folder,
    database: join(folder, 'strefownik.db'),
    key: join(folder, 'key.json'),
    lock: join(folder, 'lock.db'),
    /** There while the workspace is open: tells a lost WAL from an old file. */
    openMarker: join(folder, 'open.marker'),
    /** There while a new workspace is being filled: what a crash leaves beside it is not one yet. */
    makingMarker: join(folder, 'making.marker'),
    files: join(folder, 'files'),
    /** What a restore puts into place; counts only once the marker is there. */
    incoming,
    incomingDatabase: join(incoming, 'strefownik.db'),
    incomingKey: join(incoming, 'key.json'),
    restoreMarker: join(folder, 'restore.marker'),
  };
}
export type WorkspacePaths = ReturnType<typeof workspacePaths>;
