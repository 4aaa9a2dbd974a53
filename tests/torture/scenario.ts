/** How hard to try, and with which dice. */
export interface TortureOptions {
  /** The form that every test run can afford. */
  readonly short: boolean;
  /** Everything that is left to chance follows from this number. */
  readonly seed: number;
  /** How many kills instead of the usual number; null: the usual number. */
  readonly times: number | null;
  /** A folder of the scenario's own, removed afterwards. */
  readonly folder: string;
}

/** What came of a scenario. */
export interface Finding {
  /** What was done, in numbers: `280 kills, 6 012 saves`. */
  readonly done: string;
  /** Promises that were broken, each with what is needed to see it again. */
  readonly broken: readonly string[];
  /** What could not be tried on this machine, and why. */
  readonly notTried: readonly string[];
}

/** One way of breaking the application. */
export interface Scenario {
  /** As `--only=` takes it. */
  readonly name: string;
  /** What is promised. */
  readonly title: string;
  run(options: TortureOptions): Promise<Finding>;
}
