import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { codePointsOf, coverageOf, type Coverage } from '../../../src-main/reports/fontCoverage.ts';
import { printText } from '../../../src-main/reports/printText.ts';
import { printingResources } from '../../../src-main/reports/typstEngine.ts';
import { hostileText } from '../../helpers/sampleReports.ts';

const fonts = join(import.meta.dirname, '../../../resources/fonts');
const font = async (name: string) => new Uint8Array(await readFile(join(fonts, name)));

let covers: Coverage;
beforeAll(async () => {
  const faces = await Promise.all(printingResources.textFaces.map(font));
  covers = coverageOf(faces, await font(printingResources.fallbackFace));
});

function print(text: string): { printed: string; replaced: string[] } {
  const replaced = new Set<string>();
  return { printed: printText(text, covers, replaced), replaced: [...replaced] };
}

describe('the coverage of the bundled fonts', () => {
  it('has all Polish letters, typographic marks and the sign for what is missing', () => {
    const needed =
      'aąbcćdeęfghijklłmnńoóprsśtuwyzźżAĄBCĆEĘLŁNŃOÓSŚZŹŻqvx0123456789 \u00a0„”–—…−+□•·½§°€';
    expect(Array.from(needed).filter((letter) => !covers(letter.codePointAt(0) ?? 0))).toEqual([]);
  });

  it('counts a letter of the text font only when every face has it', async () => {
    const [regular, dejaVu] = await Promise.all([font('Lato-Regular.ttf'), font('DejaVuSans.ttf')]);
    const only = coverageOf([regular, dejaVu], regular);
    expect([only('ł'.charCodeAt(0)), only('漢'.charCodeAt(0))]).toEqual([true, false]);
    expect(codePointsOf(dejaVu).has(0x2713)).toBe(true);
  });

  it('refuses what is not a font', () => {
    expect(() => codePointsOf(new Uint8Array(64))).toThrow(/no cmap table/);
  });
});

describe('text as it is printed', () => {
  it('is NFC, without control and invisible characters', () => {
    expect(print('e\u0301\u0007 \u202Eabc\u200B\u00AD\uFEFF\u0000 xx\tyy')).toEqual({
      printed: 'é abc xx yy',
      replaced: [],
    });
  });

  it('has one sign for each character that no font has, and names those', () => {
    expect(print('brawo 👩‍👩‍👧👍🏽 漢 🎉🎉')).toEqual({
      printed: 'brawo □□ □ □□',
      replaced: ['👩‍👩‍👧', '👍🏽', '漢', '🎉'],
    });
  });

  it('keeps what the fallback font has', () => {
    expect(print('✓ ≥ שלום مرحبا Ω')).toEqual({ printed: '✓ ≥ שלום مرحبا Ω', replaced: [] });
  });

  it('ties one-letter words and short numbers to their neighbours', () => {
    expect(print('A w domu i w szkole, ul. Kołłątaja 1').printed).toBe(
      'A\u00a0w\u00a0domu i\u00a0w\u00a0szkole, ul. Kołłątaja\u00a01',
    );
    expect(print('co 10 rozmów').printed).toBe('co 10 rozmów');
  });

  it('leaves Typst markup alone: it is text, not code', () => {
    expect(print(hostileText).printed).toContain(
      '#let x = 1 *gruby* _kursywa_ `kod` $x^2$ [nawias] \\',
    );
  });

  it('is always printable, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const { printed } = print(text);
        expect(Array.from(printed).every((letter) => covers(letter.codePointAt(0) ?? 0))).toBe(
          true,
        );
        expect(print(printed)).toEqual({ printed, replaced: [] });
      }),
      { numRuns: 40 },
    );
  });
});
