import { describe, expect, it } from 'vitest';
import { personRewriter } from '../../../src-main/domain/personText.ts';
import { withoutPerson, type LayerRedaction } from '../../../src-main/domain/redaction.ts';
import { neutralName } from '../../../src-main/domain/erasure.ts';
import { coachingSample } from '../../helpers/sampleReports/coaching.ts';
import { workshopSample } from '../../helpers/sampleReports/workshop.ts';
import {
  coachingSamples,
  makeCoachingLayer,
  workshopSamples,
} from '../../helpers/sampleReports.ts';

const NEUTRAL = neutralName('RODO/2026/001');

function redactionOf(subjectId: string, names: readonly string[], others: readonly string[] = []) {
  return {
    subjectId,
    neutralName: NEUTRAL,
    rewriterFor: (more) =>
      personRewriter(
        { names: [...names, ...more], emails: [], phones: [] },
        { name: NEUTRAL, email: 'adres usunięty', phone: 'numer usunięty' },
        [],
      ),
    isOtherPerson: (id) => others.includes(id),
  } satisfies LayerRedaction;
}

const [first, second, ...others] = coachingSample.content.attendance;
if (first === undefined || second === undefined) throw new Error('The sample has people');

describe('taking a person out of a report', () => {
  it('finds them by their id, under whatever name they stand there', () => {
    const redacted = withoutPerson(coachingSamples.rich, redactionOf(first.id, []));
    expect(JSON.stringify(redacted)).not.toContain(first.name);
    expect(redacted).toMatchObject({
      number: coachingSamples.rich.number,
      content: { attendance: [{ id: first.id, name: NEUTRAL }, second, ...others] },
    });
  });

  it('answers null where they are not in it', () => {
    expect(withoutPerson(coachingSamples.rich, redactionOf('nobody', ['Nikt Takowy']))).toBeNull();
  });

  it('leaves a namesake their name', () => {
    const redaction = redactionOf('nobody', [second.name], [second.id]);
    const layer = makeCoachingLayer({
      content: { ...coachingSample.content, topic: `Rozmowa: ${second.name}` },
    });
    expect(withoutPerson(layer, redaction)).toMatchObject({
      content: { topic: `Rozmowa: ${NEUTRAL}`, attendance: coachingSample.content.attendance },
    });
  });

  it('cuts a line that became longer than a line may be', () => {
    const topic = `${'a '.repeat(180)}Jan Bą`;
    const layer = makeCoachingLayer({
      content: { ...coachingSample.content, topic: topic.padEnd(400, ' b') },
    });
    const redacted = withoutPerson(layer, redactionOf('nobody', ['Jan Bą']));
    if (redacted?.kind !== 'coaching-session') throw new Error('It is of the same kind');
    expect(redacted.content.topic).toHaveLength(400);
    expect(redacted.content.topic).toContain(NEUTRAL);
  });

  it('takes a trainer out of a workshop: author, lead, and the words', () => {
    const { lead } = workshopSample.trainers;
    const redacted = withoutPerson(workshopSamples.rich, redactionOf(lead.id, []));
    expect(JSON.stringify(redacted)).not.toContain(lead.name);
    expect(redacted).toMatchObject({ trainers: { lead: { name: NEUTRAL } } });
  });
});
