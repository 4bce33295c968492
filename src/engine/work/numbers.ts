/** People name a record by the number that customers see; tasks go by the source's id. */
import type { OrderSource } from '../../connectors/contract/source.ts';
import { foldedNumber, plainNumber } from '../../records/order-number.ts';
import { Recorder } from '../http/recorder.ts';
import { conflict, type RequestError, unmet } from '../request-error.ts';
import type { Stores } from '../storage/stores.ts';
import { placedId } from './runtime.ts';
import type { FlowParts } from './task-runner.ts';

type NumberParts = FlowParts & { readonly stores: Stores };

interface Found {
  readonly key: string;
  readonly number: string;
}

/** Numbers that an answer names when a text fits several. */
const maxNamed = 5;

/** Keeps the number of a record that was read, where it has one; of a product its SKU. */
export function noteNumber(stores: Stores, flow: string, key: string, record: unknown): void {
  if (typeof record !== 'object' || record === null) return;
  const { number, sku } = record as { readonly number?: unknown; readonly sku?: unknown };
  const told = number ?? sku;
  if (typeof told === 'string' && told !== '') stores.numbers.note(flow, key, told);
}

/**
 * Finds the record of a flow by its number, in whatever case, or by the beginning of it where no other begins so: among
 * those that were read before, else by asking the source. Throws `number_unknown`, or `number_ambiguous` naming what fits.
 */
export async function findByNumber(parts: NumberParts, text: string): Promise<Found> {
  const number = plainNumber(text);
  const known = knownBy(parts, number);
  // What begins so may not be all that does: the source has the last word.
  const exact = onlyExact(known, number);
  if (exact !== null) return exact;
  const found = number === '' ? [] : await ask(parts, number);
  const one = onlyExact(found, number) ?? single(found) ?? (found.length === 0 ? single(known) : null);
  if (one !== null) return one;
  const fitting = found.length > 0 ? found : known;
  if (fitting.length > 0) throw ambiguous(number, fitting);
  throw unknownNumber(number);
}

function knownBy(parts: NumberParts, number: string): Found[] {
  const id = placedId(parts);
  return parts.stores.numbers.beginningWith(number).filter(({ flow }) => flow === id);
}

/** Empty where the source cannot be asked. */
async function ask({ definition, from }: Pick<FlowParts, 'definition' | 'from'>, number: string) {
  const source = definition.source(from.connector) as Partial<OrderSource> | undefined;
  if (source?.findByNumber === undefined) return [];
  if (from.account === null) await from.check();
  return source.findByNumber(await from.api(new Recorder()), number);
}

/** Two records may have one number, in two views of a shop: then none is meant more than the other. */
function onlyExact(found: readonly Found[], number: string): Found | null {
  return single(found.filter((each) => foldedNumber(each.number) === foldedNumber(number)));
}

function single(found: readonly Found[]): Found | null {
  const [one, other] = found;
  return one !== undefined && other === undefined ? one : null;
}

function ambiguous(number: string, fitting: readonly Found[]): RequestError {
  const records = fitting.slice(0, maxNamed).map((each) => `${each.number} (id ${each.key})`);
  return conflict('number_ambiguous', { number, records, more: fitting.length > maxNamed });
}

function unknownNumber(number: string): RequestError {
  return unmet('not-found', 'number_unknown', { number });
}
