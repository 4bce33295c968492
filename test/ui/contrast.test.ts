import { describe, expect, test } from 'vitest';
import { colours } from '../../src/ui/styles/colours.ts';

type Palette = Readonly<Record<string, string>>;

/** The names of a scheme with their colours: `--text` → `#17242b`. */
function palette(css: string): Palette {
  return Object.fromEntries(
    [...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name = '', colour = '']) => [name, colour]),
  );
}

const [light = '', dark = ''] = colours.split('@media (prefers-color-scheme: dark)');
const schemes: [string, Palette][] = [
  ['light', palette(light)],
  ['dark', { ...palette(light), ...palette(dark) }],
];

/** WCAG 2.2, relative luminance and contrast ratio. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

/** What text stands on what, as the styles have it. */
const text = [
  ...['text', 'quiet', 'accent', 'accent-strong', 'good', 'bad', 'busy'].flatMap((name) =>
    ['ground', 'card', 'inset'].map((ground) => [name, ground] as const),
  ),
  ['on-accent', 'accent'],
  ['on-accent', 'accent-strong'],
  ...['good', 'bad', 'busy', 'quiet'].map((name) => [name, `${name}-ground`] as const),
  ...['good', 'bad', 'busy', 'quiet'].map((name) => ['text', `${name}-ground`] as const),
] as const;

describe.each(schemes)('in the %s scheme', (_scheme, names) => {
  test.each(text)('text in %s on %s can be read (4.5 and more)', (name, ground) => {
    expect(contrast(names[name] ?? '', names[ground] ?? '')).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['ground', 'card'])('the edge of a field can be seen on %s (3 and more)', (ground) => {
    expect(contrast(names['field-line'] ?? '', names[ground] ?? '')).toBeGreaterThanOrEqual(3);
  });
});
