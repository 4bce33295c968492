/** Keyed fingerprints of what stands somewhere, beside those of what was sent there. */
import type { StandingProduct } from '../../connectors/contract/products.ts';
import { big, normalise } from '../../records/money.ts';
import type { Product, Variant } from '../../records/product.ts';
import type { LateProduct, ProductFacts } from '../links.ts';
import { type Fingerprint, saidAs } from '../merge.ts';
import { amounts } from './plan/compare.ts';
import { ownField } from './plan/fields.ts';
import { standsOf } from './plan/variants.ts';
import { pictureId } from './unclear-marks.ts';

export type Fields = Readonly<Record<string, string>>;

export function sentOf(late: readonly LateProduct[]): readonly Fields[] {
  return late.map(({ sent }) => sent);
}

/** Also what was sent under its SKU, before it had this id at the source: some systems take that as a change of what has the SKU by then. */
export function sentOfVariant(late: readonly LateProduct[], sourceId: string, sku = ''): readonly Fields[] {
  return late.flatMap(({ variants }) =>
    Object.entries(variants).flatMap(([id, sent]) =>
      id === sourceId || (sku !== '' && sent.sku === sku) ? [sent] : [],
    ),
  );
}

/** Fingerprints by name: of what each late call sent, of what stands there, and of what was said last, which stands there where none was done. */
export interface Prints {
  readonly late: readonly Fields[];
  readonly stands: Fields;
  readonly known: Fields;
}

/** What stands there under this name, where something else was said last; null: nothing else. What was taken away has no name there. */
export function otherPrint({ stands, known }: Prints, name: string): string | null {
  const there = stands[name] ?? '';
  return there === (known[name] ?? '') ? null : there;
}

/** Names of which just that stands there which one of the late calls sent, though something else was said last. */
export function lateNames(prints: Prints): readonly string[] {
  const names = [...new Set(prints.late.flatMap((sent) => Object.keys(sent)))];
  return names.filter((name) => {
    const there = otherPrint(prints, name);
    return there !== null && prints.late.some((sent) => sent[name] === there);
  });
}

export function standsOfAll({ product, values }: Pick<StandingProduct, 'product' | 'values'>) {
  return { ...fieldsOf(product), ...ownFields(values) };
}

/** `pictures`: the target's id by version. What the variant shows is told by the version, as it was sent. */
export function standsOfVariant(product: Product, there: Variant, pictures: ProductFacts['pictures']) {
  const { image, ...stands } = standsOf(product, there);
  const [shown] = Object.entries(pictures).find(([, fact]) => pictureId(fact) === image) ?? [];
  return shown === undefined ? stands : { ...stands, image: shown };
}

export function fieldsOf({ variants: _variants, options: _options, ...fields }: Product) {
  return fields;
}

export function ownFields(values: object) {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [`${ownField}${name}`, value]));
}

export async function fingerprints(
  values: object,
  fingerprint: Fingerprint,
): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) {
    const isAmount = amounts.has(name) && typeof value === 'string';
    found[name] = await saidAs(isAmount ? normalise(big(value)) : value, fingerprint);
  }
  return found;
}
