// Plain JavaScript on purpose: an old Node must get as far as the message below.
import nodeModule from 'node:module';

if (typeof nodeModule.registerHooks !== 'function') {
  process.stderr.write(
    `electron stand-in: Node 24 is needed, this is ${process.version} (${process.execPath}); run npm ci first\n`,
  );
  process.exit(1);
}
// Keeps the stripped and compiled TypeScript: 20 instead of 150 ms from the second start on.
nodeModule.enableCompileCache();
const { start } = await import('./start.ts');
await start();
