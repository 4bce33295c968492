import type { CustomerTarget, ExistingCustomer } from '../../../connectors/contract/target.ts';
import { bearsNameOf, isOfKind, plainText } from '../../../records/identity.ts';
import { compactVatNumber } from '../../../records/vat.ts';
import type { OrderWork } from '../work.ts';
import type { MeantBuyer } from './meant.ts';
import { shiftsOtherwise } from './reverse-charge.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Whether a document for this buyer may name the record as it stands: kind, name, VAT number, reverse charge and address are
 * the same, as far as the order says them. Letters, accents and punctuation are no difference; telephone, language and
 * whatever a mapping fills in are none either.
 */
export function saysSame(
  { endpoints, order }: OrderWork,
  { identity, body }: MeantBuyer,
  existing: ExistingCustomer,
): boolean {
  const known = existing.identity;
  if (!isOfKind(known, identity) || !bearsNameOf(known, identity)) return false;
  if (identity.vatNumber !== undefined && !isSameNumber(known.vatNumber, identity.vatNumber)) return false;
  return !shiftsOtherwise(existing, order) && isAddressOf(endpoints.customers, existing, body);
}

function isSameNumber(known: string | undefined, meant: string): boolean {
  return compactVatNumber(known ?? '') === compactVatNumber(meant);
}

function isAddressOf(target: CustomerTarget, existing: ExistingCustomer, body: Fields): boolean {
  const { address: said } = target.partsOf(body);
  const { address: stands } = target.partsIn(existing);
  return isObject(said) ? isPlace(said, isObject(stands) ? stands : {}) : true;
}

/** How an address is spread over its lines is no difference. */
function isPlace(said: Fields, stands: Fields): boolean {
  const { street, extra, ...others } = said;
  const isElsewhere = Object.entries(others).some(([name, value]) => plain(stands[name]) !== plain(value));
  if (isElsewhere) return false;
  const lines = (one: unknown, other: unknown) => plain(`${text(one)} ${text(other)}`);
  if (lines(street, extra) === lines(stands.street, stands.extra)) return true;
  return (
    plain(street) === plain(stands.street) && (extra === undefined || plain(extra) === plain(stands.extra))
  );
}

function plain(value: unknown): string {
  return plainText(text(value)).replaceAll(' ', '');
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
