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
}

export function identityOf({ kind, company, name, email, vatNumber }: Customer): Identity {
  const names = kind === 'company' ? [company, name, email] : [name, company];
  return { kind, name: names.find((each) => each?.trim()) ?? '', vatNumber };
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

/** How well a record fits who is meant, from not at all. `spelling`: the legal form is left out on one side. */
export const likenesses = ['none', 'kind', 'spelling', 'name', 'vat number'] as const;
export type Likeness = (typeof likenesses)[number];

/**
 * Compares two that have the same address. Two companies are one by their VAT number, else by their name; two valid VAT
 * numbers are two companies, whatever they are called. Private people may write their names as they like.
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

/** Without case, accents and punctuation: `Café "De Zon" B. V.` is `cafe de zon bv`. */
function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[ßæœøłđ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/&/g, ' en ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(?<![\p{L}\p{N}])(\p{L}) (?=\p{L}(?![\p{L}\p{N}]))/gu, '$1');
}

function withoutForm(plain: string): string {
  const words = plain.split(' ');
  const last = words.at(-1) ?? '';
  return words.length > 1 && legalForms.includes(last) ? words.slice(0, -1).join(' ') : plain;
}
