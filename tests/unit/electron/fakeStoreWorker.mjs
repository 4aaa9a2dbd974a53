/** A store worker that speaks the protocol and keeps nothing; what it does hangs on the call's name. */
import { parentPort, workerData } from 'node:worker_threads';

const port = parentPort;
if (port === null) throw new Error('This is a worker.');

/** @param {number} id @param {unknown} value */
const reply = (id, value) => port.postMessage({ kind: 'reply', id, envelope: { ok: true, value } });

port.on(
  'message',
  (
    /** @type {import('../../../src-main/contract/storeRequests.ts').StoreRequest} */ {
      id,
      name,
      input,
    },
  ) => {
    switch (name) {
      case 'search.query': {
        const { text } = /** @type {{ text: string }} */ (input);
        if (text !== 'never') setTimeout(() => reply(id, { text }), text === 'slow' ? 40 : 0);
        return;
      }
      case 'settings.save':
        port.postMessage({ kind: 'broadcast', name: 'changed', value: { entities: ['settings'] } });
        return reply(id, {});
      case 'workspace.status':
        return reply(id, {
          state: 'locked',
          folder: `generation ${workerData.generation}`,
          demonstration: false,
        });
      case 'workspace.unlock':
        return reply(id, { state: 'open', demonstration: false });
      case 'workshop.get':
        return reply(id, { workshop: { id: 'w1' }, days: [{ id: 'd1' }], people: [] });
      case 'bin.remove':
        throw new Error('This call breaks the worker.');
      case 'desk.closeWorkspace':
        if (workerData.hangsOnClose) return;
        port.postMessage({
          kind: 'broadcast',
          name: 'closed',
          value: {
            generation: workerData.generation,
            .../** @type {{ backup: boolean }} */ (input),
          },
        });
        return reply(id, { done: true });
      default:
        port.postMessage({
          kind: 'reply',
          id,
          envelope: { ok: false, failure: { code: 'not-found', params: {}, issues: [] } },
        });
    }
  },
);
