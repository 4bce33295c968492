/** A domain as people write it, of one as DNS has it: `xn--bcher-kva.example` is `bücher.example`. The platform tells the other way only. */
export function unicodeDomain(ascii: string): string {
  return ascii
    .split('.')
    .map((label) => (label.startsWith('xn--') ? (decoded(label.slice('xn--'.length)) ?? label) : label))
    .join('.');
}

/** The numbers of RFC 3492, section 5. */
const base = 36;
const [minThreshold, maxThreshold] = [1, 26];
const [skew, damp] = [38, 700];
const firstBias = 72;
const firstLetter = 0x80;
const lastLetter = 0x10ffff;

/** Punycode (RFC 3492, 6.2): after the last hyphen stand differences, each of a letter and a position together. Null for what is none. */
function decoded(label: string): string | null {
  const hyphen = label.lastIndexOf('-');
  const letters = [...label.slice(0, Math.max(0, hyphen))].map((each) => each.charCodeAt(0));
  const digits = [...label.slice(hyphen + 1)].map((each) => Number.parseInt(each, base));
  let letter = firstLetter;
  let bias = firstBias;
  for (let place = 0, read = 0; read < digits.length; ) {
    const before = place;
    for (let weight = 1, step = base; ; step += base) {
      // In its digits the letters stand before the figures.
      const digit = ((digits[read++] ?? Number.NaN) + 26) % base;
      if (Number.isNaN(digit)) return null;
      place += digit * weight;
      const threshold = Math.min(Math.max(step - bias, minThreshold), maxThreshold);
      if (digit < threshold) break;
      weight *= base - threshold;
    }
    const length = letters.length + 1;
    bias = adapted(place - before, length, before === 0);
    letter += Math.floor(place / length);
    if (letter > lastLetter) return null;
    place %= length;
    letters.splice(place++, 0, letter);
  }
  return String.fromCodePoint(...letters);
}

function adapted(difference: number, length: number, isFirst: boolean): number {
  let delta = Math.floor(difference / (isFirst ? damp : 2));
  delta += Math.floor(delta / length);
  let bias = 0;
  for (; delta > ((base - minThreshold) * maxThreshold) / 2; bias += base)
    delta = Math.floor(delta / (base - minThreshold));
  return bias + Math.floor((base * delta) / (delta + skew));
}
