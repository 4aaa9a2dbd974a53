import { parentPort } from 'node:worker_threads';

/*
 * A real report worker that stops, or stops answering, when a report's title tells it to.
 */

type Asked = { kind: string; layer?: { kind: string; workshop?: { title: string } } };

parentPort?.on('message', ({ layer }: Asked) => {
  if (layer?.workshop?.title === 'upadnij') process.exit(7);
  if (layer?.workshop?.title === 'zawieś się')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});

await import('../../../src-main/reports/reportWorker.ts');
