/** However a system may write down again what it was sent. */
export const writings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in capitals': (text) => text.toUpperCase(),
  'in small letters': (text) => text.toLowerCase(),
  'percent-encoded': (text) => encodeURIComponent(text),
  'percent-encoded throughout': (text) =>
    [...new TextEncoder().encode(text)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join(''),
  'decomposed (NFD)': (text) => text.normalize('NFD'),
  'escaped as JSON': (text) =>
    text.replace(/[^ -~]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`),
  'escaped as HTML': (text) => text.replace(/[^a-z]/gi, (each) => `&#${each.charCodeAt(0)};`),
  'cut short': (text) => text.slice(0, Math.max(4, Math.ceil(text.length / 2))),
  'as a code': (text) => text.replace(/[^\p{L}\p{N}]+/gu, '_').toUpperCase(),
  'as a path': (text) => text.replace(/[^\p{L}\p{N}]+/gu, '.').toLowerCase(),
};
