import type { ErasureId } from '../domain/erasure.ts';
import { safeFileName } from '../files/outgoing.ts';
import { DamagedFileError, readEncrypted } from '../files/encryptedFile.ts';
import { writeWhole } from '../files/wholeFile.ts';
import { erasures } from '../store/erasures.ts';
import { storedFiles } from '../store/reports.ts';
import { backupsHolding } from './erasureLook.ts';
import { protocolDocument } from './erasureProtocol.ts';
import { readMe } from './settings.ts';
import type { Tools } from './tools.ts';

/** The file name of a protocol, e.g. `RODO-2026-001 protokół usunięcia danych.pdf`. */
export function protocolFileName(tools: Tools, id: ErasureId): { name: string } {
  const { number } = erasures.get(tools.store, id);
  return { name: safeFileName(`${number.replaceAll('/', '-')} protokół usunięcia danych`, 'pdf') };
}

/** The protocol as it was made; undefined where its file did not come along (a restored older copy) or is damaged. */
function storedProtocol(tools: Tools, id: ErasureId): Uint8Array | undefined {
  const { fileId } = erasures.get(tools.store, id);
  const file = fileId === null ? undefined : storedFiles.find(tools.store, fileId);
  if (file === undefined) return undefined;
  try {
    return readEncrypted(tools.files.folder, tools.files.dataKey, file);
  } catch (error) {
    const gone = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    if (gone || error instanceof DamagedFileError) return undefined;
    throw error;
  }
}

/** Writes a protocol to a path that the person chose; prints it anew from its row where its file is not there. */
export async function writeProtocol(
  tools: Tools,
  { id, path }: { readonly id: ErasureId; readonly path: string },
): Promise<{ done: true }> {
  const stored = storedProtocol(tools, id);
  if (stored !== undefined) {
    writeWhole(path, stored);
    return { done: true };
  }
  const erasure = erasures.get(tools.store, id);
  const backups = backupsHolding(tools).filter(({ createdAt }) => createdAt < erasure.createdAt);
  const { pdf } = await tools.printer.renderDocument(
    protocolDocument(erasure, { by: readMe(tools.store), backups, unreadable: [] }),
  );
  writeWhole(path, pdf);
  return { done: true };
}
