/** Who a customer is, beside its e-mail address: what tells two apart that share one. */
import { type Customer, emailKey } from './customer.ts';
import { compactVatNumber, isVatNumber } from './vat.ts';

export interface Identity {
  /** Null where nobody knows. */
  readonly kind: Customer['kind'] | null;
  /** Of a company its own, else its contact's; empty where there is none. */
  readonly name: string;
  /** Of a record that stands somewhere: whatever was typed there. */
  readonly vatNumber: string | undefined;
  /** Of a company: whom to ask for there, empty where nobody is named. Absent of private people, and where that is not known. */
  readonly contact?: string;
}

export function identityOf({ kind, company, name, email, vatNumber }: Customer): Identity {
  const names = kind === 'company' ? [company, name, email] : [name, company];
  const contact = kind === 'company' ? { contact: name.trim() } : {};
  return { kind, name: names.find((each) => each?.trim()) ?? '', vatNumber, ...contact };
}

/**
 * What one customer has and no other: a private one its address, a company its VAT number or, without one, its name. For a
 * keyed fingerprint: it holds personal data.
 */
export function identityParts(email: string, { kind, name, vatNumber }: Identity): readonly string[] {
  const who = ['customer', emailKey(email), kind ?? 'person'];
  if (kind !== 'company') return who;
  const number = compactVatNumber(vatNumber ?? '');
  return number === '' ? [...who, 'name', plainName(name)] : [...who, 'vat', number];
}

/**
 * The same with its name: what tells a record that was made for an order from the one that is kept under the same address, and two
 * private people.
 */
export function namedParts(email: string, identity: Identity): readonly string[] {
  return [...identityParts(email, identity), 'called', plainName(identity.name)];
}

/** How well a record fits who is meant, from not at all. `spelling`: the legal form is left out on one side. */
export const likenesses = ['none', 'kind', 'spelling', 'name', 'vat number'] as const;
export type Likeness = (typeof likenesses)[number];

/**
 * Compares two that have the same address. Two companies are one by their VAT number, else by their name; two valid VAT
 * numbers are two companies, whatever they are called. Private people may write their names as they like, and may be
 * strangers still: see `areStrangers`.
 */
export function likenessOf(known: Identity, meant: Identity): Likeness {
  if (!isOfKind(known, meant)) return 'none';
  if (meant.kind === 'company' && known.vatNumber !== undefined && meant.vatNumber !== undefined) {
    const [one, other] = [compactVatNumber(known.vatNumber), compactVatNumber(meant.vatNumber)];
    if (one === other && looksLikeOne(one)) return 'vat number';
    if (isVatNumber(one) && isVatNumber(other)) return 'none';
  }
  const names = likenessOfNames(known.name, meant.name);
  if (names !== null) return names;
  return meant.kind === 'company' && known.kind === 'company' ? 'none' : 'kind';
}

/** What somebody typed there: equal words are no equal numbers. */
function looksLikeOne(compact: string): boolean {
  return compact.length >= 6 && /\d/.test(compact);
}

/** A kind that nobody knows is any. */
export function isOfKind(known: Identity, meant: Identity): boolean {
  return known.kind === null || meant.kind === null || known.kind === meant.kind;
}

const legalForms =
  'bv nv vof cv ltd plc llp llc inc gmbh ag kg ohg ug se sa sarl sas srl spa sprl bvba asbl vzw ab as oy oyj aps'.split(
    ' ',
  );

/** A legal form may be left out; two that differ are two companies. */
function likenessOfNames(one: string, other: string): 'name' | 'spelling' | null {
  const [a, b] = [plainName(one), plainName(other)];
  if (a === '' || b === '') return null;
  if (a === b) return 'name';
  return withoutForm(a) === b || a === withoutForm(b) ? 'spelling' : null;
}

/** Letters that Unicode does not take apart. */
const plainLetters: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd' };

/** Words that many names have, and that tell nobody from anybody. */
const commonWords = new Set(
  'de der den van von vd het ten ter te op la le du da di del dos el al bin ben mr mrs ms mevr dhr hr fam familie family herr frau'.split(
    ' ',
  ),
);

/**
 * Two private people under one address whose names have no word in common: somebody else has ordered under it. An initial
 * counts where a name has nothing else. A name that nobody knows is anybody's. What does not tell its kind is half made, or an account
 * without an address: it bears the name of its person, who of a company is its contact.
 */
export function areStrangers(one: Identity, other: Identity): boolean {
  if (!isOfKind(one, other) || (one.kind === 'company' && other.kind === 'company')) return false;
  return peopleOf(one).every((each) => peopleOf(other).every((name) => haveNothingInCommon(each, name)));
}

function peopleOf({ kind, name, contact = '' }: Identity): readonly string[] {
  return kind === 'company' ? [name, contact] : [name];
}

function haveNothingInCommon(one: string, other: string): boolean {
  const [a, b] = [tellingWords(one), tellingWords(other)];
  if (a.length === 0 || b.length === 0 || withoutSpaces(one) === withoutSpaces(other)) return false;
  const [full, fullOther] = [a.filter(isWhole), b.filter(isWhole)];
  if (full.length > 0 && fullOther.length > 0) return !full.some((word) => fullOther.includes(word));
  return !a.some((word) => b.some((each) => fitTogether(word, each)));
}

/**
 * Whether a document for the one may bear the name of the other: the same, a shorter one, one with initials. Who is meant may be
 * called nothing.
 */
export function bearsNameOf(known: Identity, meant: Identity): boolean {
  if (likenessOfNames(known.name, meant.name) !== null) return true;
  const [there, wanted] = [tellingWords(known.name), tellingWords(meant.name)];
  if (wanted.length === 0) return true;
  if (known.kind === 'company' || meant.kind === 'company' || there.length === 0) return false;
  const [short, long] = there.length < wanted.length ? [there, wanted] : [wanted, there];
  return short.every((word) => long.some((each) => fitTogether(word, each)));
}

/** An e-mail address in the place of a name tells none. */
function tellingWords(name: string): readonly string[] {
  if (name.includes('@')) return [];
  return plainText(name)
    .replaceAll('ı', 'i')
    .split(' ')
    .filter((word) => word !== '' && !commonWords.has(word));
}

function withoutSpaces(name: string): string {
  return plainText(name).replaceAll(' ', '');
}

function fitTogether(one: string, other: string): boolean {
  if (isWhole(one) && isWhole(other)) return one === other;
  return one.startsWith(other) || other.startsWith(one);
}

function isWhole(word: string): boolean {
  return word.length > 1;
}

/** Without case, accents and punctuation: `Café "De Zon" B. V.` is `cafe de zon bv`. */
function plainName(name: string): string {
  return plainText(name).replace(/(?<![\p{L}\p{N}])(\p{L}) (?=\p{L}(?![\p{L}\p{N}]))/gu, '$1');
}

/** The same, single letters apart. */
export function plainText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/&/g, ' en ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function withoutForm(plain: string): string {
  const words = plain.split(' ');
  const last = words.at(-1) ?? '';
  return words.length > 1 && legalForms.includes(last) ? words.slice(0, -1).join(' ') : plain;
}
