import { codeOf, storeHarness } from '../../../helpers/storeHarness.ts';

// argv: the folder around a workspace on a read-only disk, and an empty folder on one.

const [whole = '', empty = ''] = process.argv.slice(2);
const status = await storeHarness({ folder: whole }).call('workspace.status', {});
console.log(
  JSON.stringify({
    opening: status.state === 'problem' ? status.failure.code : status.state,
    making: await codeOf(storeHarness({ folder: empty }).create()),
  }),
);
