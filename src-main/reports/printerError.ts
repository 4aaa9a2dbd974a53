/**
 * Why a report could not be printed: the worker gave no answer in time, it stopped, Typst refused
 * the report, or the printer has been closed. After the first three the next report works again.
 */
export type PrinterErrorCode = 'timed-out' | 'worker-stopped' | 'not-printable' | 'closed';

/** A report that could not be printed. */
export class ReportPrinterError extends Error {
  override readonly name = 'ReportPrinterError';
  readonly code: PrinterErrorCode;

  constructor(code: PrinterErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
