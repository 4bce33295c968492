import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BoundedPattern, isBounded } from '../../src/mapping/pattern.ts';

test.each([
  /(a+)+$/,
  /(a*)*b/,
  /(a|aa)+$/,
  /^(([a-z])+.)+[A-Z]([a-z])+$/,
  /(\w+\s?)*$/,
  /(?:a?){30}a{30}/,
  /((a{1,30}){1,30})$/,
  /(?<name>x+x+)+y/,
  /.*.*.*.*.*x/,
])('%s could take for ever and is refused', (pattern) => {
  expect(isBounded(pattern)).toBe(false);
  expect(() => new BoundedPattern(pattern)).toThrow(expect.objectContaining({ code: 'pattern_too_costly' }));
});

test.each([
  /^(.+?)\s+(\d+)\s*(.*)$/,
  /\d{4}\s?[A-Z]{2}/,
  /(ab)+/,
  /(\d{4}-){2}/,
  /(?:NL|BE)\d+/,
  /[(+*)]+/,
  /\(\d+\)/,
  /mug/i,
])('%s is harmless', (pattern) => {
  expect(isBounded(pattern)).toBe(true);
});

describe('a bounded pattern', () => {
  test('finds what the pattern finds, from the same place', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 100 }), fc.nat(20), (text, from) => {
        const plain = /[a-m]+/g;
        const bounded = new BoundedPattern(/[a-m]+/g);
        plain.lastIndex = from;
        bounded.lastIndex = from;
        expect(bounded.exec(text)?.[0]).toBe(plain.exec(text)?.[0]);
        expect(bounded.lastIndex).toBe(plain.lastIndex);
      }),
    );
  });

  test('is not tried on a text that is too long for it', () => {
    const pattern = new BoundedPattern(/a.*b.*c.*d/);
    expect(pattern.exec('a b c d')).not.toBeNull();
    expect(() => pattern.exec('a'.repeat(301))).toThrow(
      expect.objectContaining({ code: 'pattern_too_costly' }),
    );
  });

  test('takes no noticeable time at its worst', () => {
    const started = performance.now();
    new BoundedPattern(/.*.*.*.*x/).exec('y'.repeat(80));
    new BoundedPattern(/^.*.*.*.*x/).exec('y'.repeat(150));
    new BoundedPattern(/.*.*x/).exec('y'.repeat(500));
    new BoundedPattern(/.*x/).exec('y'.repeat(5_000));
    expect(performance.now() - started).toBeLessThan(3_000);
  });
});
