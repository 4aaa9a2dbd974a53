/** Work in small steps: whoever runs it may let other work go on between two of them. */
export type Steps<Result> = Generator<void, Result>;

/** Does all of the work at once. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
