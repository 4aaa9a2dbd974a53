/** What the store can tell its callers; the names are the ones of the contract's failures. */
export type StoreFailureCode =
  | 'not-a-database'
  | 'key-file-damaged'
  | 'key-file-missing'
  | 'newer-key-file'
  | 'newer-schema'
  | 'wrong-passphrase'
  | 'no-recovery-code'
  | 'mistyped-recovery-code'
  | 'wrong-recovery-code'
  | 'device-unlock-failed'
  | 'second-instance'
  | 'no-write-access'
  | 'disk-full'
  | 'file-too-large'
  | 'not-found'
  | 'changed-meanwhile'
  | 'draft-outdated'
  | 'file-damaged'
  | 'file-missing'
  | 'backup-missing'
  | 'backup-damaged'
  | 'backup-needed'
  | 'backup-first'
  | 'place-missing'
  | 'name-mismatch'
  | 'owner-stays';

/** A failure with a name that the interface has a sentence for. */
export class StoreFailure extends Error {
  readonly code: StoreFailureCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(
    code: StoreFailureCode,
    params: Readonly<Record<string, string | number>> = {},
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'StoreFailure';
    this.code = code;
    this.params = params;
  }
}

const BY_DRIVER_CODE: Readonly<Record<string, StoreFailureCode>> = {
  SQLITE_NOTADB: 'not-a-database',
  SQLITE_CORRUPT: 'file-damaged',
  SQLITE_FULL: 'disk-full',
  // No room for the index of the log, which a connection makes while it opens.
  SQLITE_IOERR_SHMSIZE: 'disk-full',
  SQLITE_READONLY: 'no-write-access',
  SQLITE_CANTOPEN: 'no-write-access',
  SQLITE_PERM: 'no-write-access',
  // A thing points at something that is not there.
  SQLITE_CONSTRAINT_FOREIGNKEY: 'not-found',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'file-too-large',
  EACCES: 'no-write-access',
  EPERM: 'no-write-access',
  EROFS: 'no-write-access',
};

/** Where nothing can be written, Node says so in words of its own when folders are made (ENOENT) or removed (no code). */
function isRefusedFolder(error: Error & { readonly syscall?: unknown; readonly code?: unknown }) {
  if (error.syscall === 'mkdir') return error.code === 'ENOENT';
  return error.code === '' && error.message.includes('Read-only file system');
}

/** Gives driver and file-system errors their plain names; anything else stays as it is. */
export function asStoreFailure(error: unknown): unknown {
  if (error instanceof StoreFailure || !(error instanceof Error)) return error;
  if (isRefusedFolder(error)) return new StoreFailure('no-write-access', {}, { cause: error });
  if (!('code' in error) || typeof error.code !== 'string') return error;
  const code =
    BY_DRIVER_CODE[error.code] ?? BY_DRIVER_CODE[error.code.split('_').slice(0, 2).join('_')];
  return code === undefined ? error : new StoreFailure(code, {}, { cause: error });
}
