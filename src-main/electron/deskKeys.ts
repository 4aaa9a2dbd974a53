import type { DeskCallName, Handlers } from '../contract/contract.ts';
import type { DeskPorts } from './desk.ts';
import { DeskFailure } from './deskFailure.ts';
import { DONE } from './showing.ts';

type KeyCallName = Extract<
  DeskCallName,
  | 'workspace.lock'
  | 'workspace.unlockByDevice'
  | 'keychain.get'
  | 'keychain.set'
  | 'lock.get'
  | 'lock.set'
  | 'room.enter'
  | 'room.leave'
>;

/** The call that locks is itself still open while the page is asked for its last words. */
const THIS_CALL = 1;

/** Answers the calls about locking and about opening by the system's keychain. */
export function keysDesk(ports: DeskPorts): Handlers<KeyCallName> {
  const { store, memory, keychain, locking } = ports;

  const keychainState = async (): Promise<{ available: boolean; on: boolean }> => ({
    available: await keychain.available(),
    on: keychain.holds(),
  });

  const turnOn = async (passphrase: string): Promise<void> => {
    if (!(await keychain.available())) throw new DeskFailure('keychain-missing');
    const { secret } = await store.ask('desk.addDevice', { passphrase });
    try {
      await keychain.keep(secret);
    } catch (error) {
      await store.ask('desk.removeDevice', {}); // nobody has the secret
      throw error;
    }
  };

  const turnOff = async (): Promise<void> => {
    await store.ask('desk.removeDevice', {});
    await keychain.forget();
  };

  return {
    'workspace.lock': () => locking.lock(THIS_CALL),

    'workspace.unlockByDevice': async () => {
      // Who locked it, or left it alone, wants to be asked for the passphrase.
      if (locking.hasLocked()) throw new DeskFailure('device-unlock-failed');
      return store.ask('desk.unlockByDevice', { secret: await keychain.read() });
    },

    'keychain.get': keychainState,

    'keychain.set': async (wanted) => {
      await (wanted.on ? turnOn(wanted.passphrase) : turnOff());
      return keychainState();
    },

    'lock.get': () => ({ minutes: memory.current().lockMinutes }),

    'lock.set': ({ minutes }) => {
      memory.change({ lockMinutes: minutes });
      return DONE;
    },

    'room.enter': async ({ workshopId }) => {
      await locking.enterRoom(workshopId);
      return DONE;
    },

    'room.leave': async () => ({ locked: await locking.leaveRoom(THIS_CALL) }),
  };
}
