import { expect, test } from 'vitest';
import { openProcess, sessionForm } from '../../helpers/scene.ts';
import { fakePrinter, storeHarness } from '../../helpers/storeHarness.ts';

test('a report that is being closed is finished before the workspace closes under it', async () => {
  const printing = Promise.withResolvers<void>();
  const printed = Promise.withResolvers<void>();
  const harness = storeHarness({
    printer: {
      render: async (layer) => {
        printing.resolve();
        await printed.promise;
        return fakePrinter.render(layer);
      },
    },
  });
  try {
    await harness.createQuickly();
    const { engagement, team } = await openProcess(harness, 'library.goldap');
    const presentIds = team.map(({ id }) => id);
    const { id } = await harness.call('session.save', sessionForm(engagement.id, { presentIds }));
    const subject = { kind: 'coaching-session', subjectId: id } as const;
    const closing = harness.call('report.close', subject);
    await printing.promise;
    const closed = harness.server.close();
    printed.resolve();
    const outcome = await closing;
    await closed;
    if (outcome.outcome !== 'closed') throw new Error(outcome.outcome);
    await harness.call('workspace.status', {});
    // Sealed with the workspace's own key, not with one that was wiped in between.
    const { pdf } = await harness.call('report.read', { id: outcome.report.id });
    expect(new TextDecoder().decode(pdf)).toContain(outcome.report.number);
  } finally {
    await harness.dispose();
  }
});
