import { describe, expect, test } from 'vitest';
import { FailureCode } from '../../../src-main/contract/failure.ts';
import { describeFailure } from '../../../src-renderer/i18n/failures.ts';
import { textIfAny } from '../../../src-renderer/i18n/text.ts';

describe('failures', () => {
  test.each(FailureCode.options)('%s has a Polish sentence', (code) => {
    const sentence = textIfAny(`errors.${code}`);
    expect(sentence).toMatch(/^[A-ZŻŹĆŁŚÓ].*\.$/u);
    expect(describeFailure({ failure: { code, params: {} } })).toBe(sentence);
    expect(describeFailure({ code })).toBe(sentence);
  });

  test('without a code get one calm sentence, without their own words', () => {
    const said = describeFailure(new Error('SQLITE_CORRUPT: database disk image is malformed'));
    expect(said).toBe('W programie wystąpił nieznany błąd.');
    expect([null, undefined, 'text', { code: 'never-heard' }].map(describeFailure)).toEqual(
      Array.from({ length: 4 }, () => said),
    );
  });
});
