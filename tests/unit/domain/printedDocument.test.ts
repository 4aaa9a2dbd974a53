import { describe, expect, test } from 'vitest';
import { PrintedDocument } from '../../../src-main/domain/printedDocument.ts';
import { endlessDocument, sampleDocument } from '../../helpers/sampleDocument.ts';

const withBlock = (block: unknown) =>
  PrintedDocument.safeParse({ title: 'T', subtitle: '', blocks: [block] });

/** What is wrong, or `ok`. */
function saysOf(block: unknown): string {
  const { error } = withBlock(block);
  return error ? error.issues.map(({ code, message }) => `${code}: ${message}`).join('; ') : 'ok';
}

describe('a printed document', () => {
  test('is plain data and comes out as it went in', () => {
    for (const document of [sampleDocument, endlessDocument])
      expect(PrintedDocument.parse(document)).toEqual(document);
  });

  test('has nothing that nobody knows', () => {
    expect(PrintedDocument.safeParse({ ...sampleDocument, attachment: 'x' }).success).toBe(false);
    expect(saysOf({ kind: 'paragraph', text: 'a', html: true })).toContain('unrecognized_keys');
    expect(saysOf({ kind: 'picture', text: 'a' })).toContain('invalid_union');
  });

  test('has headings, titles and labels of some words', () => {
    expect(PrintedDocument.safeParse({ ...sampleDocument, title: ' \n' }).success).toBe(false);
    expect(saysOf({ kind: 'heading', text: ' ' })).toContain('empty');
    expect(saysOf({ kind: 'boxes', labels: [''] })).toContain('empty');
    expect(saysOf({ kind: 'boxes', labels: [] })).toContain('too_small');
  });

  test('has room for a long note and an end to it', () => {
    expect(saysOf({ kind: 'paragraph', text: 'ż'.repeat(100_000) })).toBe('ok');
    expect(saysOf({ kind: 'paragraph', text: 'ż'.repeat(100_001) })).toContain('too_big');
    expect(PrintedDocument.safeParse({ ...sampleDocument, pageMark: 'x'.repeat(61) }).success).toBe(
      false,
    );
  });

  test.each([
    [['a', 'b'], undefined, [['1', '2']], 'ok'],
    [['a', 'b'], ['auto', 'wide'], [], 'ok'],
    [['a', 'b'], undefined, [['1', '2'], ['1']], 'custom: row-length'],
    [['a'], undefined, [['1', '2']], 'custom: row-length'],
    [['a', 'b'], ['auto'], [['1', '2']], 'custom: widths-length'],
  ])('with a table of %j, %j and %j: %s', (columns, widths, rows, says) => {
    expect(saysOf({ kind: 'table', columns, widths, rows })).toBe(says);
  });

  test.each([
    ['K7QM', 'ok'],
    ['ŻÓŁW2026', 'ok'],
    ['K7 QM', 'invalid_format: not-a-group'],
    ['', 'invalid_format: not-a-group'],
    ['123456789', 'invalid_format: not-a-group'],
  ])('with a code group „%s”: %s', (group, says) => {
    expect(saysOf({ kind: 'codeGroups', groups: [group] })).toBe(says);
  });
});
