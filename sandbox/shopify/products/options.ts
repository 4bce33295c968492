/** Options of a product and their values (sheet 7.1). */
import { payloadOf, refused } from '../graphql/errors.ts';
import { idIn } from '../ids.ts';
import type { Shop } from '../shop.ts';
import { isDefaultOnly, type Option, type Product } from './product.ts';
import { newVariant, productIn } from './variant-input.ts';
import { productView } from './view.ts';

export interface OptionInput {
  readonly name?: string | null;
  readonly position?: number | null;
  readonly values?: readonly { readonly name?: string | null }[] | null;
}

export function optionMutations(shop: Shop) {
  const shown = (product: Product) => ({ product: productView(shop, product) });
  return {
    productOptionsCreate: ({
      productId,
      options,
      variantStrategy,
    }: {
      productId: string;
      options: readonly OptionInput[];
      variantStrategy?: string;
    }) =>
      payloadOf(() => {
        const before = productIn(shop, productId, 'productId');
        const made = options.map((each) => newOption(shop, each));
        const own = isDefaultOnly(before) ? [] : before.options;
        if (own.length + made.length > 3)
          throw refused('options', 'Options are over the limit of 3', 'OPTIONS_OVER_LIMIT');
        if (made.some(({ name }) => own.some((each) => each.name === name)))
          throw refused('options', 'Option already exists', 'OPTION_ALREADY_EXISTS');
        const first = made.map(({ values }) => values[0]?.name ?? '');
        const old = before.variants.map((each) => ({
          ...each,
          values: [...(own.length === 0 ? [] : each.values), ...first],
        }));
        const others = variantStrategy === 'CREATE' ? combinations(made).slice(1) : [];
        const added = others.flatMap((values) =>
          before.variants.map((each) => ({
            ...newVariant(shop, [...(own.length === 0 ? [] : each.values), ...values]),
            ...{ price: each.price, tracked: each.tracked, taxable: each.taxable },
          })),
        );
        return shown(
          shop.saveProduct({ ...before, options: [...own, ...made], variants: [...old, ...added] }),
        );
      }),
    productOptionUpdate: (args: {
      productId: string;
      option: { id: string; name?: string | null };
      optionValuesToAdd?: readonly { name?: string | null }[] | null;
      optionValuesToUpdate?: readonly { id: string; name?: string | null }[] | null;
      optionValuesToDelete?: readonly string[] | null;
    }) =>
      payloadOf(() => {
        const before = productIn(shop, args.productId, 'productId');
        const index = before.options.findIndex(({ id }) => id === idIn('ProductOption', args.option.id));
        const option = before.options[index];
        if (option === undefined) throw refused('option', 'Option does not exist', 'OPTION_DOES_NOT_EXIST');
        const gone = (args.optionValuesToDelete ?? []).map((id) => idIn('ProductOptionValue', id));
        const names = new Map(
          (args.optionValuesToUpdate ?? []).map(({ id, name }) => [
            idIn('ProductOptionValue', id) ?? '',
            name ?? '',
          ]),
        );
        const isUsed = option.values.some(
          ({ id, name }) => gone.includes(id) && before.variants.some(({ values }) => values[index] === name),
        );
        if (isUsed)
          throw refused(
            'optionValuesToDelete',
            'Cannot delete option values associated with variants',
            'CANNOT_DELETE_OPTION_VALUE_WITH_VARIANTS',
          );
        const words = new Map(option.values.map(({ id, name }) => [name, names.get(id) ?? name]));
        const values = [
          ...option.values
            .filter(({ id }) => !gone.includes(id))
            .map((each) => ({ ...each, name: words.get(each.name) ?? each.name })),
          ...(args.optionValuesToAdd ?? []).map(({ name }) => ({ id: shop.newId('part'), name: name ?? '' })),
        ];
        const variants = before.variants.map((each) => ({
          ...each,
          values: each.values.map((word, place) => (place === index ? (words.get(word) ?? word) : word)),
        }));
        const options = before.options.map((each) =>
          each === option ? { ...option, name: args.option.name ?? option.name, values } : each,
        );
        return shown(shop.saveProduct({ ...before, options, variants }));
      }),
  };
}

export function newOption(shop: Shop, { name, values }: OptionInput): Option {
  return {
    id: shop.newId('part'),
    name: name ?? '',
    values: (values ?? []).map((each) => ({ id: shop.newId('part'), name: each.name ?? '' })),
  };
}

function combinations(options: readonly Option[]): string[][] {
  return options.reduce<string[][]>(
    (sofar, { values }) => sofar.flatMap((each) => values.map(({ name }) => [...each, name])),
    [[]],
  );
}
