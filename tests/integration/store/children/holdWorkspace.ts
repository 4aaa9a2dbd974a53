import { storeHarness } from '../../../helpers/storeHarness.ts';

// argv: the folder around a demonstration workspace. Opens it, saves one person and stays.

const harness = storeHarness({ folder: process.argv[2] ?? '' });
await harness.call('workspace.status', {});
await harness.call('person.save', {
  id: null,
  revision: null,
  name: 'Pierwsza',
  form: 'feminine',
  roles: ['trainer'],
  email: '',
  phone: '',
});
console.log('holding');
setInterval(() => undefined, 60_000);
