import { afterEach, describe, expect, it } from 'vitest';
import {
  holdWork,
  releaseWork,
  setGate,
  useGateStore,
  type WorkspaceGate,
} from '../../../src-renderer/state/workspaceGate.ts';

const OPEN: WorkspaceGate = {
  kind: 'open',
  folder: '/dane',
  demonstration: false,
  me: { personId: 'p1', name: 'Anna Wzorcowa', roles: ['trainer'] },
};
const held = (): boolean => useGateStore.getState().held;

afterEach(() => {
  releaseWork();
  setGate({ kind: 'checking' });
});

describe('work held back while the recovery code is settled', () => {
  it('stays held when the workspace that was made opens, until it is released', () => {
    setGate({ kind: 'none', folder: '/dane' });
    holdWork();
    setGate(OPEN);
    expect(held()).toBe(true);
    releaseWork();
    expect(held()).toBe(false);
  });

  it('is let go when the workspace is locked or lost meanwhile', () => {
    for (const gate of [
      { kind: 'locked', folder: '/dane' },
      { kind: 'broken', error: null },
    ] as const) {
      holdWork();
      setGate(OPEN);
      setGate(gate);
      setGate(OPEN);
      expect(held()).toBe(false);
    }
  });
});
