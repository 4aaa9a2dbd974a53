import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RECOVERY_ALPHABET } from '../../../src-main/domain/recoveryCode.ts';
import {
  CODE_LENGTH,
  isCodeComplete,
  lookAtCode,
  tidyCode,
} from '../../../src-renderer/shell/recovery/codeText.ts';

const CODE = '7K2M-Q9XD-R4TH-0VB8-ZC3N-P6WE-J5SA';
const symbols = fc
  .array(fc.constantFrom(...RECOVERY_ALPHABET), { minLength: CODE_LENGTH, maxLength: CODE_LENGTH })
  .map((all) => all.join(''));

describe('a recovery code that is being typed', () => {
  it('is counted without its separators', () => {
    expect(['', '7', '7k2m ', '7k2m-q9', CODE].map((typed) => lookAtCode(typed).count)).toEqual([
      0, 1, 4, 6, 28,
    ]);
  });

  it('is whole with all symbols, and not with one more or less', () => {
    expect([CODE, CODE.slice(0, -1), `${CODE}A`].map(isCodeComplete)).toEqual([true, false, false]);
  });

  it('names the first character that no code has', () => {
    expect(lookAtCode('7k2m ż9').foreign).toBe('Ż');
    expect(isCodeComplete(`${CODE.slice(0, -1)}!`)).toBe(false);
  });

  it('takes letters that look like digits for those digits', () => {
    expect(tidyCode('oil u')).toBe('011V');
    expect(lookAtCode('oilu').foreign).toBeNull();
  });

  it('is shown as on the sheet, whichever way it was typed', () => {
    fc.assert(
      fc.property(
        symbols,
        fc.array(fc.constantFrom('', ' ', '-', ' - ', '.', '–'), {
          minLength: CODE_LENGTH,
          maxLength: CODE_LENGTH,
        }),
        (code, separators) => {
          const typed = [...code.toLowerCase()]
            .map((symbol, index) => `${symbol}${separators[index] ?? ''}`)
            .join('');
          expect(tidyCode(typed).replaceAll('-', '')).toBe(code);
          expect(tidyCode(typed)).toMatch(/^(\w{4}-){6}\w{4}$/);
          expect(tidyCode(tidyCode(typed))).toBe(tidyCode(typed));
          expect(isCodeComplete(typed)).toBe(true);
        },
      ),
    );
  });
});
