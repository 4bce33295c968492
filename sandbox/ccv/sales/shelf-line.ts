/** A line that names no more than a SKU: everything else is as the shop has it. */
import { z } from 'zod';
import { numberIn, textIn } from '../../kit/json.ts';
import type { VatKind } from '../../kit/shop/vat-kind.ts';
import { extraPrice } from '../products/product.ts';
import type { Shop } from '../shop.ts';
import type { Sale } from './sale.ts';

type Line = Sale['lines'][number];

const kinds: Readonly<Record<string, VatKind>> = {
  'low a': 'reduced',
  'low b': 'none',
  'extra low': 'none',
  zero: 'none',
};

/** Throws a `ZodError` where the shop has no such product. */
export function shelfLine(shop: Shop, line: Line): Line {
  const { assortment } = shop;
  const [product] = assortment.withNumber(line.sku);
  if (product === undefined) {
    throw new z.ZodRealError([
      { code: 'custom', path: ['lines'], message: `There is no ${line.sku}.`, input: line },
    ]);
  }
  const { id, fields, values } = product;
  const combination = product.combinations.find(
    (each) => each.fields.sku_number === line.sku || each.fields.product_number === line.sku,
  );
  const options = (combination?.valueIds ?? []).map((valueId) => {
    const { attributeId, name } = assortment.attributeValue(String(valueId));
    const price = values.find((each) => each.valueId === valueId)?.price ?? 0;
    // A value that costs less comes off the price below.
    return {
      name: assortment.attribute(String(attributeId)).name,
      value: name,
      price: String(Math.max(0, price)),
    };
  });
  const added = options.reduce((sum, { price }) => sum + Number(price), 0);
  const less = combination === undefined ? 0 : extraPrice(product, combination) - added;
  return {
    ...line,
    productId: id,
    sku: textIn(fields, 'productnumber'),
    name: line.name || textIn(fields, 'name'),
    price: (numberIn(fields, 'price') + less).toFixed(2),
    discount: String(numberIn(fields, 'discount')),
    vat: kinds[textIn(fields, 'taxtariff')] ?? 'standard',
    weight: String(numberIn(fields, 'weight')),
    options,
  };
}
