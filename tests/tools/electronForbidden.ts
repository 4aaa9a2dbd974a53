/** Stands in for `electron` in unit and integration tests, which must not need it. */
throw new Error(
  'A unit test imported electron. Keep electron in src-main/electron and give the tested code a port instead.',
);
