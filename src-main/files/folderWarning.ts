import { statfsSync } from 'node:fs';

/** Why a folder is no good place for a database. */
export type FolderWarning = 'synchronised' | 'network';

/** Folders that a program keeps in step with a server: it would copy a database in the middle of a write. */
const SYNCHRONISED =
  /[\\/](?:OneDrive(?: [-–] [^\\/]+)?|Dropbox|Google Drive|GoogleDrive|Mój dysk|My Drive|iCloud ?Drive|iCloudDrive|Mobile Documents|Nextcloud|ownCloud|Box|pCloudDrive|MEGA)(?:[\\/]|$)/i;

/** Kinds of Linux file systems that lie on another machine: NFS, SMB, CIFS, SMB2, Ceph, 9p, AFS. */
const NETWORK_TYPES = new Set([
  0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x00c36400, 0x01021997, 0x5346414f,
]);

function systemType(folder: string): number | null {
  try {
    return statfsSync(folder).type >>> 0;
  } catch {
    return null; // not there yet
  }
}

/** Whether a program that synchronises, or a network, may harm a database in this folder; null: neither is seen. */
export function folderWarning(
  folder: string,
  platform: NodeJS.Platform = process.platform,
  typeOf: (folder: string) => number | null = systemType,
): FolderWarning | null {
  if (SYNCHRONISED.test(folder)) return 'synchronised';
  if (/^(?:\\\\|\/\/)(?![?.])/.test(folder)) return 'network';
  if (platform !== 'linux') return null;
  const type = typeOf(folder);
  return type !== null && NETWORK_TYPES.has(type) ? 'network' : null;
}
