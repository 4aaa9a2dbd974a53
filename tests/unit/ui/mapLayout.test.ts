import { expect, test } from 'vitest';
import { placeLabels, project } from '../../../src-renderer/ui/mapLayout.ts';

test('north is up and east is right', () => {
  const [sopotX, sopotY] = project(54.44, 18.57, 720, 660);
  const [krosnoX, krosnoY] = project(49.69, 21.77, 720, 660);
  expect(sopotX).toBeLessThan(krosnoX);
  expect(sopotY).toBeLessThan(krosnoY);
});

test('a name without room is not written, except that of the selected town', () => {
  const crowd = Array.from({ length: 12 }, (_, index) => ({
    id: `town-${index}`,
    name: 'Grodzisk Mazowiecki',
    at: [300 + index, 300] as const,
  }));
  const labels = placeLabels(crowd, 'town-11');
  expect(labels.size).toBeLessThan(crowd.length);
  expect(labels.has('town-11')).toBe(true);
});
