// @ts-check
/**
 * Loaded before the application by `electron -r`: says when a heading is drawn, then quits.
 * In STREFOWNIK_BENCH_HEADING: how the heading begins. On stdout: `drawn <milliseconds since 1970>`.
 */
const { app } = require('electron');

const wanted = JSON.stringify(process.env['STREFOWNIK_BENCH_HEADING'] ?? '');

/** Runs in the page: resolves in the frame that follows the heading's appearance. */
const waitForHeading = `new Promise((settle) => {
  const isThere = () =>
    [...document.querySelectorAll('h1, h2')].some((heading) =>
      heading.textContent.trim().startsWith(${wanted}),
    );
  const look = () => {
    if (!isThere()) return;
    observer.disconnect();
    requestAnimationFrame(() => settle(performance.timeOrigin + performance.now()));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  look();
})`;

app.on('web-contents-created', (_event, contents) => {
  contents.once('dom-ready', () => {
    contents
      .executeJavaScript(waitForHeading)
      .then((at) => {
        process.stdout.write(`drawn ${at}\n`);
        app.quit();
      })
      .catch((/** @type {unknown} */ error) => {
        process.stderr.write(`the start probe failed: ${String(error)}\n`);
        app.exit(1);
      });
  });
});
