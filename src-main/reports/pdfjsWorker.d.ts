/** pdf.js ships no types for its worker; only that it can be handed over as a whole is used here. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
