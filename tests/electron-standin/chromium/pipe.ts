import type { Readable, Writable } from 'node:stream';
import type { Command, EventHandlers, Protocol } from './protocol.ts';

/** Rejects every command that was under way when Chromium went away. */
export class ChromiumGone extends Error {}

/** Chromium refused a command. */
export class CommandFailed extends Error {}

interface Waiting {
  readonly command: string;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** One message of the protocol as it comes over the pipe. */
interface Incoming {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
  error?: { message: string };
  sessionId?: string;
}

/** The DevTools protocol over a pair of pipes; messages are JSON ended by a zero byte. */
export class Pipe {
  private readonly output: Writable;
  private readonly waiting = new Map<number, Waiting>();
  private readonly handlers = new Map<string, EventHandlers>();
  private readonly partial: Buffer[] = [];
  private lastId = 0;
  private gone = false;

  constructor(output: Writable, input: Readable) {
    this.output = output;
    // A broken pipe is reported by the exit of the process.
    output.on('error', () => undefined);
    input.on('data', (chunk: Buffer) => this.receive(chunk));
  }

  /**
   * Sends a command.
   * @param sessionId of a page; the browser itself when absent
   * @throws CommandFailed, or ChromiumGone
   */
  send<Name extends Command>(
    command: Name,
    params: Protocol.CommandParameters[Name],
    sessionId?: string,
  ): Promise<Protocol.CommandReturnValues[Name]> {
    if (this.gone) return Promise.reject(new ChromiumGone(`${command}: Chromium has ended`));
    this.lastId += 1;
    const id = this.lastId;
    const message = JSON.stringify({ id, method: command, params, sessionId });
    return new Promise((resolve, reject) => {
      this.waiting.set(id, {
        command,
        // Chromium speaks its own protocol: the result of a command has the command's type.
        resolve: (result) => resolve(result as Protocol.CommandReturnValues[Name]),
        reject,
      });
      this.output.write(`${message}\0`);
    });
  }

  /** Listens to the events of one session (`''` is the browser itself) until `forget`. */
  listen(sessionId: string, handlers: EventHandlers): void {
    this.handlers.set(sessionId, handlers);
  }

  forget(sessionId: string): void {
    this.handlers.delete(sessionId);
  }

  /** Rejects everything that still waits; called when the process has ended. */
  close(): void {
    this.gone = true;
    for (const { command, reject } of this.waiting.values()) {
      reject(new ChromiumGone(`${command}: Chromium has ended`));
    }
    this.waiting.clear();
  }

  private receive(chunk: Buffer): void {
    let start = 0;
    for (let end = chunk.indexOf(0); end >= 0; end = chunk.indexOf(0, start)) {
      this.partial.push(chunk.subarray(start, end));
      const text = Buffer.concat(this.partial.splice(0)).toString('utf8');
      this.deliver(JSON.parse(text) as Incoming);
      start = end + 1;
    }
    if (start < chunk.length) this.partial.push(chunk.subarray(start));
  }

  private deliver(message: Incoming): void {
    if (message.id === undefined) {
      const handlers = this.handlers.get(message.sessionId ?? '');
      const handler: unknown = handlers && Reflect.get(handlers, message.method ?? '');
      if (typeof handler === 'function') Reflect.apply(handler, handlers, [message.params]);
      return;
    }
    const waiting = this.waiting.get(message.id);
    this.waiting.delete(message.id);
    if (!waiting) return;
    if (message.error) {
      waiting.reject(new CommandFailed(`${waiting.command}: ${message.error.message}`));
    } else waiting.resolve(message.result);
  }
}
