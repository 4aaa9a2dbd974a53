import type { BrowserWindow } from 'electron/main';
import { DeskFailure } from './deskFailure.ts';

/** Electron's reason when the person closed the system's dialog. */
const CANCELLED = 'Print job canceled';

/**
 * Prints what the page has laid out for paper, in the system's own dialog.
 * @returns false when the person cancelled
 * @throws {DeskFailure} `print-failed`
 */
export async function printPage(window: BrowserWindow | undefined): Promise<boolean> {
  if (!window) return false;
  const { printed, reason } = await new Promise<{ printed: boolean; reason: string }>((settle) => {
    window.webContents.print(
      // Without a size of ours Electron refuses to print, unless the printer's own is wanted.
      { usePrinterDefaultPageSize: true, printBackground: true },
      (success, failureReason) => settle({ printed: success, reason: failureReason }),
    );
  });
  if (!printed && reason !== CANCELLED) throw new DeskFailure('print-failed');
  return printed;
}
