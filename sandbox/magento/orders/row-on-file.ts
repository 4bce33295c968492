/** The rows of an order as the database keeps them. */
import Big from 'big.js';
import type { Json, JsonObject } from '../../kit/json.ts';
import { cents } from '../../kit/money/cents.ts';
import { type Both, onWire, twins } from '../amounts.ts';
import type { Basket, BasketLine } from '../sales/basket.ts';
import { type Figures, isDynamic, type LineFigures, rateIn } from '../sales/figures.ts';
import type { Taxed } from '../sales/tax-calculator.ts';
import { nothingTaxed } from '../sales/tax-calculator.ts';

type Bundle = NonNullable<BasketLine['bundle']>;

export type BothFigures = Both<Figures>;

export interface RowPlace {
  readonly orderId: number;
  readonly storeId: number;
  readonly at: string;
  readonly nextItemId: () => number;
  readonly nextQuoteItemId: () => number;
}

/** The rows of one line of the basket: the parent first. */
export function rowsOfLine(
  basket: Basket,
  index: number,
  figures: BothFigures,
  place: RowPlace,
): JsonObject[] {
  const line = basket.lines[index];
  const order = figures.order.lines[index];
  const base = figures.base.lines[index];
  if (line === undefined || order === undefined || base === undefined) return [];
  const parent = parentRow(basket, line, order, base, place);
  const parts = line.bundle?.parts ?? [];
  const children = parts.map((part, at): JsonObject => {
    const quantity = Big(part.quantity).times(line.quantity);
    const of = { order: order.parts[at] ?? nothingTaxed, base: base.parts[at] ?? nothingTaxed };
    const child = row({ ...part, type: 'simple', quantity: quantity.toFixed() }, of, place);
    const percent = isDynamic(line) ? { tax_percent: Number(rateIn(basket, part.rate)) } : {};
    return { ...child, ...percent, parent_item_id: parent.item_id ?? 0 };
  });
  if (line.variant !== undefined) {
    const { productId, name } = line.variant;
    const child = row(
      { ...line, productId, name, type: 'simple' },
      { order: nothingTaxed, base: nothingTaxed },
      place,
    );
    children.push({ ...child, row_weight: 0, parent_item_id: parent.item_id ?? 0 });
  }
  return [parent, ...children];
}

function parentRow(
  basket: Basket,
  line: BasketLine,
  order: LineFigures,
  base: LineFigures,
  place: RowPlace,
): JsonObject {
  const bundle = line.bundle === undefined ? {} : { children_calculated: isDynamic(line) ? 1 : 0 };
  const original = Big(line.originalPrice ?? line.price);
  const option = productOption(line);
  const percent = isDynamic(line) ? {} : { tax_percent: Number(rateIn(basket, line.rate)) };
  return {
    ...row(line, { order: order.row, base: base.row }, place),
    ...percent,
    ...discountOf(basket, line, order),
    ...(line.type === 'bundle' ? {} : twins('original_price', scaled(original, order.row, base.row))),
    ...fixedTaxOf(line, order, base),
    ...bundle,
    ...(option === null ? {} : { product_option: { extension_attributes: option } }),
  };
}

interface RowItem {
  readonly type: string;
  readonly productId: number;
  readonly sku: string;
  readonly name: string;
  readonly quantity: string;
  readonly weight: number;
}

function row(item: RowItem, of: { order: Taxed; base: Taxed }, place: RowPlace): JsonObject {
  const both = (name: string, read: (taxed: Taxed) => Big) =>
    twins(name, { order: read(of.order), base: read(of.base) });
  const virtual = ['virtual', 'downloadable', 'giftcard'].includes(item.type) ? 1 : 0;
  return {
    item_id: place.nextItemId(),
    order_id: place.orderId,
    quote_item_id: place.nextQuoteItemId(),
    store_id: place.storeId,
    product_id: item.productId,
    product_type: item.type,
    sku: item.sku,
    name: item.name,
    created_at: place.at,
    updated_at: place.at,
    qty_ordered: Number(item.quantity),
    ...{ qty_invoiced: 0, qty_shipped: 0, qty_refunded: 0, qty_canceled: 0 },
    is_qty_decimal: Number.isInteger(Number(item.quantity)) ? 0 : 1,
    is_virtual: virtual,
    ...{ free_shipping: 0, no_discount: 0 },
    weight: item.weight,
    row_weight: onWire(Big(item.weight).times(item.quantity)),
    ...both('price', (taxed) => taxed.price),
    ...both('price_incl_tax', (taxed) => taxed.priceInclTax),
    ...both('original_price', (taxed) => taxed.price),
    ...both('row_total', (taxed) => taxed.rowTotal),
    ...both('row_total_incl_tax', (taxed) => taxed.rowTotalInclTax),
    ...both('discount_amount', (taxed) => taxed.discount),
    ...both('tax_amount', (taxed) => taxed.tax),
    ...both('discount_tax_compensation_amount', (taxed) => taxed.compensation),
    ...{ discount_percent: 0, tax_percent: 0 },
    ...untouched,
    weee_tax_applied: '[]',
  };
}

/** What invoices and credit memos add to. */
const untouched: JsonObject = Object.fromEntries(
  ['tax_invoiced', 'discount_invoiced', 'row_invoiced', 'amount_refunded'].flatMap((name) => [
    [name, 0],
    [`base_${name}`, 0],
  ]),
);

function discountOf({ discount }: Basket, line: BasketLine, { row: taxed, parts }: LineFigures): JsonObject {
  const given = [taxed, ...parts].some((each) => each.discount.gt(0));
  if (discount === undefined || !given) return {};
  const percent =
    discount.type === 'percent' && !isDynamic(line) ? { discount_percent: Number(discount.value) } : {};
  return { ...percent, applied_rule_ids: String(discount.ruleId) };
}

/** The catalogue's price in its own tax style, at the rate of the day (sheet 7.3). */
function scaled(original: Big, order: Taxed, base: Taxed): { order: Big; base: Big } {
  const rate = base.priceInclTax.eq(0) ? Big(1) : order.priceInclTax.div(base.priceInclTax);
  return { order: cents(original.times(rate)), base: original };
}

function fixedTaxOf(line: BasketLine, order: LineFigures, base: LineFigures): JsonObject {
  if (line.fixedTax === undefined) return {};
  const applied = {
    title: 'Verwijderingsbijdrage',
    base_amount: onWire(base.unitFixedTax),
    amount: onWire(order.unitFixedTax),
    row_amount: onWire(order.fixedTax),
    base_row_amount: onWire(base.fixedTax),
    base_amount_incl_tax: onWire(base.unitFixedTax),
    amount_incl_tax: onWire(order.unitFixedTax),
    row_amount_incl_tax: onWire(order.fixedTax),
    base_row_amount_incl_tax: onWire(base.fixedTax),
  };
  return {
    weee_tax_applied: JSON.stringify([applied]),
    ...twins('weee_tax_applied_amount', { order: order.unitFixedTax, base: base.unitFixedTax }),
    ...twins('weee_tax_applied_row_amount', { order: order.fixedTax, base: base.fixedTax }),
  };
}

function productOption(line: BasketLine): JsonObject | null {
  if (line.variant !== undefined) {
    const options = line.variant.options.map(({ attributeId, valueId }) => ({
      option_id: attributeId,
      option_value: valueId,
    }));
    return { configurable_item_options: options };
  }
  return line.bundle === undefined ? null : { bundle_options: bundleOptions(line.bundle) };
}

function bundleOptions({ parts }: Bundle): Json {
  return parts.map((part) => ({
    option_id: part.optionId,
    option_qty: Number(part.quantity),
    option_selections: [part.selectionId],
  }));
}
