import { z } from 'zod';

/** Where a call is answered: by the store worker's use cases, or at the desk (windows, dialogs, other programs) in the main process. */
export type CallPlace = 'store' | 'desk';

/** One call of the contract: where it is answered, whether it may change anything, and its shapes. */
export interface CallDefinition<
  Place extends CallPlace = CallPlace,
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly place: Place;
  readonly effect: 'read' | 'write';
  readonly input: Input;
  readonly output: Output;
}

/** A call that only reads the store. */
export function storeRead<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): CallDefinition<'store', I, O> {
  return { place: 'store', effect: 'read', input, output };
}

/** A call that may change the store. */
export function storeWrite<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): CallDefinition<'store', I, O> {
  return { place: 'store', effect: 'write', input, output };
}

/** A call that needs the desk: a dialog, another program, the window. */
export function desk<I extends z.ZodType, O extends z.ZodType>(
  input: I,
  output: O,
): CallDefinition<'desk', I, O> {
  return { place: 'desk', effect: 'write', input, output };
}

/** Id and revision of a form: both null for a thing that is not saved yet. */
export const orNew = <Schema extends z.ZodType>(id: Schema) => ({
  id: id.nullable(),
  revision: z.int().nullable(),
});
