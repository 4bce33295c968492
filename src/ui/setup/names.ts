const maxLength = 40;
const tries = 30;

/** Letters that a decomposition leaves as they are. */
const spelt: Readonly<Record<string, string>> = { ß: 'ss', ı: 'i', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd' };

/** Ids that a link of this name may have, the nicest first: all of it is part of addresses. */
export function idsFor(name: string): string[] {
  const plain = name
    .toLowerCase()
    .replace(/[ßıøæœłđ]/g, (letter) => spelt[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-');
  const base = trimmed(plain, maxLength) || 'link';
  const others = Array.from({ length: tries - 1 }, (_, index) => `-${index + 2}`);
  return [base, ...others.map((end) => `${trimmed(base, maxLength - end.length)}${end}`)];
}

function trimmed(text: string, length: number): string {
  return text.replace(/^-+/, '').slice(0, length).replace(/-+$/, '');
}

/** What the connections of a pair are called: as their systems, and of two accounts of one system the second with a number. */
export function connectionNames(one: string, other: string): [string, string] {
  return [one, other === one ? `${other}-2` : other];
}
