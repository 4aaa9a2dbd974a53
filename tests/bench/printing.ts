import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import type { ReportLayer } from '../../src-main/domain/reportLayer.ts';
import { createPrinter } from '../../src-main/reports/printer.ts';
import { coachingSample } from '../helpers/sampleReports/coaching.ts';
import { makeCoachingLayer } from '../helpers/sampleReports.ts';
import { repository } from '../tools/places.mjs';
import { median, type Figure } from './figures.ts';
import { ask, timeCalls, withApplication, type TimedCall } from './road.ts';
import type { Surroundings } from './surroundings.ts';

const STARTS = 4;
const WARM_REPORTS = 40; // below the 50 after which the worker is renewed
/** The worker prepares itself from 1.5 s after the workspace was opened; a person's first report comes later. */
const PREPARED_AFTER_MS = 6_000;

/** Reports of different sessions, because Typst remembers what it has just set. */
async function reportsToPrint(page: Page, most: number): Promise<TimedCall[]> {
  const reports: TimedCall[] = [];
  for (const { id, hasAgreement } of await ask(page, 'engagement.list', {})) {
    if (!hasAgreement) continue;
    const { sessions } = await ask(page, 'engagement.get', { id });
    for (const session of sessions.filter(({ state }) => state === 'held')) {
      const input = { kind: 'coaching-session', subjectId: session.id };
      reports.push({ name: 'report.preview', input });
      if (reports.length === most) return reports;
    }
  }
  throw new Error('Too few sessions were held');
}

const wait = (ms: number): Promise<void> => new Promise((settle) => setTimeout(settle, ms));

async function timeFirst(
  surroundings: Surroundings,
  userData: string,
  waitMs: number,
): Promise<number[]> {
  return withApplication(surroundings, userData, async ({ page }) => {
    const reports = await reportsToPrint(page, 1);
    await wait(waitMs);
    return timeCalls(page, reports);
  });
}

async function timesOverStarts(
  surroundings: Surroundings,
  userData: string,
  waitMs: number,
): Promise<number[]> {
  const times: number[] = [];
  for (let start = 0; start < STARTS; start += 1)
    times.push(...(await timeFirst(surroundings, userData, waitMs)));
  return times;
}

/** The sample with other words in it. */
function anotherLayer(index: number): ReportLayer {
  const { content } = coachingSample;
  return makeCoachingLayer({
    number: `CS/2026/${index}`,
    content: {
      ...content,
      topic: `${content.topic} (${index})`,
      reportNotes: `Rozmowa nr ${index}. ${content.reportNotes}`,
      goals: content.goals.map((goal) => ({ ...goal, title: `${goal.title} (${index})` })),
      steps: content.steps.map((step) => ({ ...step, what: `${step.what} (${index})` })),
    },
  });
}

/** The printer alone: the same template in a worker of this process, warm. */
async function timePrinterAlone(): Promise<number> {
  const printer = createPrinter({
    workerUrl: pathToFileURL(join(repository, 'src-main/reports/reportWorker.ts')),
    resourcesDir: join(repository, 'resources'),
  });
  try {
    await printer.warmUp();
    const times: number[] = [];
    for (let report = 0; report < WARM_REPORTS; report += 1) {
      const layer = anotherLayer(report);
      const began = performance.now();
      await printer.render(layer);
      times.push(performance.now() - began);
    }
    return median(times);
  } finally {
    await printer.close();
  }
}

/** A coaching report's PDF, whole road: from the page's question to its bytes in the page. */
export async function measurePrinting(surroundings: Surroundings): Promise<Figure[]> {
  const userData = await surroundings.userData('demonstration');
  const cold = await timesOverStarts(surroundings, userData, 0);
  const prepared = await timesOverStarts(surroundings, userData, PREPARED_AFTER_MS);
  const warm = await withApplication(surroundings, userData, async ({ page }) => {
    const reports = await reportsToPrint(page, WARM_REPORTS);
    await wait(PREPARED_AFTER_MS);
    return timeCalls(page, reports, 20);
  });
  return [
    {
      title: 'A coaching report, warm',
      unit: 'ms',
      samples: warm,
      judged: 'median',
      target: { value: 100 },
      baseline: { title: 'the printer alone', value: await timePrinterAlone() },
    },
    {
      title: 'The first report, asked for at once',
      unit: 'ms',
      samples: cold,
      judged: 'median',
      target: { value: 1_000 },
    },
    {
      title: 'The first report, prepared in the background',
      unit: 'ms',
      samples: prepared,
      judged: 'median',
      target: { value: 1_000 },
      note: `asked for ${PREPARED_AFTER_MS / 1000} s after the start`,
    },
  ];
}
