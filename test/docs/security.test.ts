import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Threat {
  readonly threat: string;
  readonly stops: string;
  readonly shown: string;
}

interface Cited {
  readonly file: string;
  readonly name: string;
}

const page = readFileSync('docs/security.md', 'utf8');

function threats(): Threat[] {
  const rows = page.split('\n').filter((line) => line.startsWith('|') && !/^\|(?: threat |---)/.test(line));
  return rows.map((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    expect(cells, row).toHaveLength(5);
    const [, threat = '', stops = '', shown = ''] = cells;
    return { threat, stops, shown };
  });
}

function citations(shown: string): Cited[] {
  return [...shown.matchAll(/`(test\/[^`]+)` “([^”]+)”/g)].map(([, file = '', name = '']) => ({
    file,
    name,
  }));
}

describe('the threat notes', () => {
  it('name for every threat what stops it, and the test that shows it or the reason why there is none', () => {
    expect(threats().length).toBeGreaterThan(40);
    for (const { threat, stops, shown } of threats()) {
      expect(stops.length, threat).toBeGreaterThan(10);
      const cited = citations(shown);
      if (cited.length === 0) expect(shown, threat).toMatch(/^No test: .{20}/);
      // Nothing else stands there, such as a name that is written in another way.
      else expect(shown, threat).toBe(cited.map(({ file, name }) => `\`${file}\` “${name}”`).join(', '));
    }
  });

  it('cite tests that are there', () => {
    const missing = threats()
      .flatMap(({ shown }) => citations(shown))
      .filter(({ file, name }) => !existsSync(file) || !isTest(readFileSync(file, 'utf8'), name));
    expect(missing).toEqual([]);
  });

  it.each([
    'constant time',
    'repeats a hook',
    'without an end',
    'nested',
    'ten tries',
    'HttpOnly',
    'CSRF',
    'CSP',
    'HTML in names',
    'expression',
    '$pad',
    'SSRF',
    'resolves to a private',
    'redirect',
    'masked',
    'bound to its place',
    'rotated',
    'key is lost',
  ])('speak of: %s', (subject) => {
    expect(page).toContain(subject);
  });
});

/** The name stands in quotes behind a call of `it` or `test`, which may have a table before it. */
function isTest(source: string, name: string): boolean {
  return ["'", '"', '`'].some((quote) => {
    const at = source.indexOf(`${quote}${name}${quote}`);
    return at > 0 && /\(\s*$/.test(source.slice(0, at));
  });
}
