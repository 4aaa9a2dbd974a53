import type { CallInput } from '../../../../src-main/contract/contract.ts';
import { call } from '../../../bridge/bridge.ts';
import { text } from '../../../i18n/text.ts';
import { notify } from '../../../state/notices.ts';

/** Saves the protocol of an erasure where the person chooses, and says where it went. */
export async function saveProtocol(id: CallInput<'erasure.saveProtocol'>['id']): Promise<void> {
  const saved = await call('erasure.saveProtocol', { id });
  if (saved.outcome === 'saved') notify(text('personalData.protocols.saved', { path: saved.path }));
}
