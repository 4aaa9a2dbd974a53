import type { BridgeMessage, BridgePort } from './bridge.ts';

/**
 * A port between two worlds of one page: a synchronous event whose `detail` Chromium clones from world
 * to world. The event's name is unguessable, and both halves exist before any script of the page.
 */
export function createWorldPort(secret: string, own: string, other: string): BridgePort {
  const { CustomEvent } = window;
  const dispatch = window.dispatchEvent.bind(window);
  const listen = window.addEventListener.bind(window);
  return {
    post: (message) => void dispatch(new CustomEvent(secret + other, { detail: message })),
    listen: (receive) => {
      listen(secret + own, (event) => {
        event.stopImmediatePropagation();
        if (event instanceof CustomEvent) receive(event.detail as BridgeMessage);
      });
    },
  };
}

/** The function above, to be written into both worlds. */
export const worldPortSources = [createWorldPort];
