import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { v7 as uuid } from 'uuid';
import { dayInWarsaw } from '../../src-main/domain/calendar.ts';
import { PersonId } from '../../src-main/domain/person.ts';
import { createPrinter } from '../../src-main/reports/printer.ts';
import { persons } from '../../src-main/store/people.ts';
import { createWorkspace, workspacePaths } from '../../src-main/store/workspace.ts';
import { readProgramme } from '../../src-main/usecases/programmeData.ts';
import { seedProgramme } from '../../src-main/usecases/seedProgramme.ts';
import { saveMe } from '../../src-main/usecases/settings.ts';
import { stampOf, type Tools } from '../../src-main/usecases/tools.ts';
import { readFileSync } from 'node:fs';
import { makeCoachingLayer, makeWorkshopLayer } from './sampleReports.ts';
import { makeTenYears, type TenYearsCounts } from './tenYears.ts';

const root = resolve(import.meta.dirname, '../..');

async function samplePdfs() {
  const printer = createPrinter({
    workerUrl: pathToFileURL(join(root, 'src-main/reports/reportWorker.ts')),
    resourcesDir: join(root, 'resources'),
  });
  try {
    const workshop = await printer.render(makeWorkshopLayer());
    const coaching = await printer.render(makeCoachingLayer());
    return { workshop: workshop.pdf, 'coaching-session': coaching.pdf };
  } finally {
    await printer.close();
  }
}

/** Makes `<folder>/workspace` with ten years of work; it opens without a passphrase. */
export async function makeTenYearsWorkspace(
  folder: string,
  options: { readonly size: number; readonly seed: number },
): Promise<TenYearsCounts> {
  const pdfs = await samplePdfs();
  let counts: TenYearsCounts | undefined;
  const owner = { workspaceId: uuid(), madeOn: dayInWarsaw(Date.now()) };
  const workspace = await createWorkspace(join(folder, 'workspace'), owner, null, (opened) => {
    const tools: Tools = {
      store: opened.store,
      workspaceId: opened.workspaceId,
      now: Date.now,
      newId: () => uuid(),
      printer: {
        render: () => Promise.reject(new Error('Ten years print nothing')),
        renderDocument: () => Promise.reject(new Error('Ten years print nothing')),
      },
      holidays: { nameOn: () => null },
      holidaysReady: () => Promise.resolve(),
      files: { folder: workspacePaths(opened.folder).files, dataKey: opened.dataKey },
      outgoingFolder: join(folder, 'outgoing'),
      producer: { name: 'Strefownik', version: '0.0.0' },
    };
    const facts = readProgramme(
      readFileSync(join(root, 'resources/programme/programme.json'), 'utf8'),
    );
    tools.store.inTransaction((db) => {
      const me = persons.insert(db, stampOf(tools), {
        id: PersonId.parse(tools.newId()),
        name: 'Łucja Dziesięcioletnia',
        form: 'feminine',
        roles: ['trainer', 'coach'],
        email: '',
        phone: '',
      });
      saveMe(db, me.id);
      seedProgramme(db, stampOf(tools), { ...facts, participations: [] });
    });
    counts = makeTenYears(tools, { ...options, pdfs });
  });
  workspace.close();
  if (counts === undefined) throw new Error('Nothing was made');
  return counts;
}
