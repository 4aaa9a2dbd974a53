import type { Page } from '../engine/page.ts';
import { originOf } from '../engine/schemes.ts';
import { asElectron, GuardedEmitter, type PartOf } from './guard.ts';

/** The fake `WebFrameMain` of a top frame; frames inside pages get no preload and send nothing. */
export class StandinFrame extends GuardedEmitter implements PartOf<Electron.WebFrameMain> {
  readonly frameTreeNodeId: number;
  readonly name = '';
  readonly origin: string;
  readonly parent = null;
  readonly processId = 1;
  readonly routingId = 1;
  readonly url: string;
  readonly visibilityState = 'visible';
  readonly detached = false;
  private readonly page: Page;

  constructor(url: string, contentsId: number, page: Page) {
    super('webFrameMain');
    this.url = url;
    this.origin = originOf(url);
    this.frameTreeNodeId = contentsId;
    this.page = page;
  }

  get top(): Electron.WebFrameMain {
    return frameOf(this);
  }

  isDestroyed(): boolean {
    return this.page.isGone;
  }

  executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return this.page.evaluate(code, { userGesture });
  }
}

/** A frame under Electron's type. */
export function frameOf(frame: StandinFrame): Electron.WebFrameMain {
  return asElectron<Electron.WebFrameMain, StandinFrame>(frame);
}
