import { emailSpellings } from './email-spellings.ts';

/** A text may be encoded more than once: percent-encoded in an address, which stands escaped in a page. */
const maxRounds = 3;

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  commat: '@',
  period: '.',
};

/** A text as people read it: percent-, HTML- and JSON-encoding undone, composed, in small letters. */
export function plainWriting(text: string): string {
  let plain = text;
  for (let round = 0; round < maxRounds && /[%&\\]/.test(plain); round++) {
    const decoded = plain
      .replace(/(?:%[0-9a-f]{2})+/gi, percentDecoded)
      .replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, entityDecoded)
      .replace(/\\u([0-9a-f]{4})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    if (decoded === plain) break;
    plain = decoded;
  }
  return plain.normalize('NFKC').toLowerCase();
}

function percentDecoded(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

function entityDecoded(whole: string, name: string): string {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  if (!name.startsWith('#')) return entities[name.toLowerCase()] ?? whole;
  return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}

/**
 * A line break or tab of JSON that was cut and so stays a text. It is no blank in `plainWriting`: `\b` may as well be a name that
 * follows a backslash.
 */
const blankInJson = String.raw`\\[nrtbf]`;

/** Tells whether a text names an e-mail address, however it is written there. Another address that ends in it is another. */
export function emailMention(email: string): (text: string) => boolean {
  const forms = [...new Set(emailSpellings(email).map(plainWriting))];
  const pattern = new RegExp(
    `(?:(?<![\\p{L}\\p{N}._+-])|(?<=${blankInJson}))(?:${forms.map(literal).join('|')})(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])`,
    'u',
  );
  // Most texts name nobody at all.
  return (text) => /[@%&\\＠﹫]/.test(text) && pattern.test(plainWriting(text));
}

/** An address has 64 characters before its "@" and 255 after it at most (RFC 5321, 4.5.3.1). */
const maxLocal = 64;
const maxDomain = 255;

const local = /[\p{L}\p{N}._+'-]+$/u;
const localAfterBlank = new RegExp(`(?<=${blankInJson})[\\p{L}\\p{N}._+'-]+$`, 'u');

/** Every address in a text that looks like one, in its one form; one that may begin after a blank of JSON with and without it. */
export function emailsIn(text: string): string[] {
  const plain = plainWriting(text);
  const found = [];
  // From each "@" outwards: a pattern for all of it takes long on texts without any.
  for (let at = plain.indexOf('@'); at >= 0; at = plain.indexOf('@', at + 1)) {
    const before = plain.slice(Math.max(0, at - maxLocal - '\\n'.length), at);
    const locals = [local.exec(before)?.[0], localAfterBlank.exec(before)?.[0]];
    const domain = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/u.exec(plain.slice(at + 1, at + 1 + maxDomain))?.[0];
    if (domain === undefined) continue;
    for (const each of locals) if (each !== undefined) found.push(`${each}@${domain}`);
  }
  return found;
}

function literal(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
