import { z } from 'zod';
import { idOf } from './id.ts';
import { Line, LongText } from './noun.ts';

export const InnovationId = idOf('innovation');
export type InnovationId = z.infer<typeof InnovationId>;

/** An idea of the network with the problem it answers. */
export const Innovation = z.object({
  id: InnovationId,
  title: Line,
  problem: LongText,
  /** Towns whose Zones carry it; empty: all of them. */
  towns: z.array(Line),
});
export type Innovation = z.infer<typeof Innovation>;
