import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow } from '../../../helpers/files.ts';
import { openProcess, sessionForm } from '../../../helpers/scene.ts';
import { codeOf, storeHarness } from '../../../helpers/storeHarness.ts';

// argv: a folder on a small disk of its own. Fills it in several ways and says what came of it.

const folder = process.argv[2] ?? '';
const ballast = join(folder, 'ballast');
mkdirSync(ballast);

/** Leaves about so many bytes free. */
function leaveFree(bytes: number): void {
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(
    join(ballast, String(Date.now())),
    Buffer.alloc(Math.max(0, bavail * bsize - bytes)),
  );
}
const makeRoom = () => {
  rmSync(ballast, { recursive: true });
  mkdirSync(ballast);
};

leaveFree(100_000);
const first = storeHarness({ folder: join(folder, 'first') });
const making = await codeOf(first.create());
const leftBehind = [...filesBelow(first.folder).keys()];
makeRoom();

const harness = storeHarness({ folder: join(folder, 'second') });
await harness.createQuickly();
const { engagement, team } = await openProcess(harness, 'library.goldap');
leaveFree(200_000);
const form = sessionForm(engagement.id, {
  presentIds: team.map((one) => one.id),
  reportNotes: 'zdanie '.repeat(1000),
});
const acknowledged: string[] = [];
let saving = 'ok';
while (saving === 'ok' && acknowledged.length < 1000) {
  saving = await codeOf(
    harness.call('session.save', form).then((session) => acknowledged.push(session.id)),
  );
}
const page = await harness.call('engagement.get', { id: engagement.id });
const saved = page.sessions.map((session) => session.id).toSorted();
const [subjectId = ''] = acknowledged;
const closing = await codeOf(harness.call('report.close', { kind: 'coaching-session', subjectId }));
const { rows } = await harness.call('report.list', {});
const closed = rows.filter((line) => line.reportId !== null);
const partFiles = [...filesBelow(join(harness.folder, 'files')).keys()];
const integrity = harness.opened().workspace.store.get('pragma integrity_check');
makeRoom();
const afterRoomWasMade = await codeOf(harness.call('session.save', form));
await harness.server.close();
const reopened = await harness.call('workspace.status', {});

console.log(
  JSON.stringify({
    making,
    leftBehind,
    saving,
    allAcknowledgedThere:
      acknowledged.length > 0 && saved.join() === acknowledged.toSorted().join(),
    integrity: integrity?.['integrity_check'],
    closing,
    reports: closed.length,
    partFiles,
    afterRoomWasMade,
    reopened: reopened.state,
  }),
);
