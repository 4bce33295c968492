/** A merchant's own fields of an article, which buyers see or do not (sheet 7.1). They are written one by one, so that others stay. */
import { z } from 'zod';
import type { Api } from '../../contract/api.ts';
import { path } from '../../contract/path.ts';
import type { ProductChanges } from '../../contract/products.ts';
import type { Attempts } from '../../wire/attempts.ts';
import { inShopLanguage } from './articles.ts';
import type { ArticleWire } from './wire.ts';

/** By the names that the vendor's own example gives them. */
export const knownExtras = { gtin: 'barcode', weightKg: 'weight' } as const;

type Part = keyof typeof knownExtras | 'attributes';

interface Extra {
  readonly name: string;
  /** Empty: it goes. */
  readonly value: string;
  readonly isVisible: boolean;
  readonly part: Part;
}

/** Returns the parts that were not written, or not wholly. */
export async function writeExtras(
  api: Api,
  article: ArticleWire,
  changes: ProductChanges,
  attempts: Attempts,
): Promise<ReadonlySet<Part>> {
  const undone = new Set<Part>();
  const extras = extrasIn(article, changes);
  for (const isVisible of [true, false]) {
    const own = extras.filter((each) => each.isVisible === isVisible);
    const said = own.filter(({ value }) => value !== '');
    const gone = own.filter(({ name, value }) => value === '' && stands(article, name, isVisible));
    const write = async (method: 'POST' | 'DELETE', some: readonly Extra[], body: unknown) => {
      if (some.length === 0) return;
      const query = { ...inShopLanguage(api), visible: isVisible };
      const call = { method, path: path`/articlefields/${article.id}`, query, body, repeatable: true };
      const done = await attempts.at(() => api.request(call, z.unknown()));
      if (done === undefined) for (const { part } of some) undone.add(part);
    };
    await write('POST', said, Object.fromEntries(said.map(({ name, value }) => [name, value])));
    await write(
      'DELETE',
      gone,
      gone.map(({ name }) => name),
    );
  }
  return undone;
}

/** A field goes where it stands already. */
function extrasIn(article: ArticleWire, { fields, attributes }: ProductChanges): readonly Extra[] {
  const among = (name: string, byDefault: boolean) =>
    stands(article, name, byDefault) || !stands(article, name, !byDefault) ? byDefault : !byDefault;
  const known = (['gtin', 'weightKg'] as const).flatMap((part) => {
    const [name, value] = [knownExtras[part], fields[part]];
    return value === undefined ? [] : [{ name, value, part, isVisible: among(name, false) }];
  });
  const facts = attributes.map(({ name, values }) => ({
    ...{ name, value: values.join(', ') },
    ...{ part: 'attributes' as const, isVisible: among(name, true) },
  }));
  return [...known, ...facts];
}

function stands({ extra }: ArticleWire, name: string, isVisible: boolean): boolean {
  return (isVisible ? extra?.visible : extra?.invisible)?.[name] !== undefined;
}
