// Playwright ships the protocol's types but does not list them in its package's exports.
import type { Protocol } from '../../../node_modules/playwright-core/types/protocol.d.ts';

export type { Protocol };

/** Names of the DevTools protocol's commands. */
export type Command = keyof Protocol.CommandParameters & keyof Protocol.CommandReturnValues;

/** Names of the DevTools protocol's events. */
export type EventName = keyof Protocol.Events;

/** What someone who listens to a session does with each event; the others are left alone. */
export type EventHandlers = {
  readonly [Name in EventName]?: (payload: Protocol.Events[Name]) => void;
};
