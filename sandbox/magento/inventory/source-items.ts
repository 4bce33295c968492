/** Writing source items: all of a list, or nothing of it (sheet 12.2). */
import { type Json, type JsonObject, objectsIn } from '../../kit/json.ts';
import { filledIn, maximumItems, type Problem, refusal, required } from '../refusal.ts';
import type { Shop } from '../shop.ts';
import type { SourceItem } from './rows.ts';

const type = 'Magento\\InventoryApi\\Api\\Data\\SourceItemInterface';

export function saveSourceItems(shop: Shop, body: JsonObject): void {
  const rows = sourceItemsIn(shop, body);
  refuseIf(
    shop,
    rows.flatMap((row) => problemsOf(shop, row)),
  );
  for (const row of rows) requireSource(shop, row);
  for (const row of rows) shop.inventory.setItem(itemOf(row));
}

export function deleteSourceItems(shop: Shop, body: JsonObject): void {
  const rows = sourceItemsIn(shop, body);
  for (const { sku, source_code } of rows) shop.inventory.deleteItem(String(sku), String(source_code));
}

export function sourceItemOnWire({ sku, sourceCode, quantity, status }: SourceItem): JsonObject {
  return { sku, source_code: sourceCode, quantity, status };
}

function sourceItemsIn(shop: Shop, { source_items: given }: JsonObject): JsonObject[] {
  if (!Array.isArray(given)) throw required('sourceItems');
  if (given.length === 0) throw refusal(400, 'Input data is empty');
  const { maxItems } = shop.settings();
  if (maxItems !== null && given.length > maxItems) throw maximumItems(type, maxItems);
  return objectsIn(given);
}

function itemOf({ sku, source_code, quantity, status }: JsonObject): SourceItem {
  return {
    sku: String(sku),
    sourceCode: String(source_code),
    quantity: Number(quantity),
    status: Number(status),
  };
}

/** The wording about blanks and unknown products is inferred. The reasons do not say which row they are about. */
function problemsOf({ catalogue, settings }: Shop, row: JsonObject): Problem[] {
  const sku = textOf(row.sku);
  const source = textOf(row.source_code);
  const quantity = row.quantity;
  const says = (field: string, text: string): Problem => ({
    message: `"%field" ${text}`,
    parameters: { field },
  });
  const isUnknown = settings().unknownSkus === 'refused' && catalogue.findProduct(sku) === undefined;
  return [
    ...(sku.trim() === '' ? [says('sku', 'can not be empty.')] : []),
    ...(sku !== sku.trim() ? [says('sku', 'can not contain leading or trailing spaces.')] : []),
    ...(sku.trim() !== '' && isUnknown
      ? [{ message: 'The Product with the "%1" SKU doesn\'t exist.', parameters: [sku] }]
      : []),
    ...(source.trim() === '' ? [says('source_code', 'can not be empty.')] : []),
    ...(/\s/.test(source) ? [says('source_code', 'can not contain whitespaces.')] : []),
    ...(isNumeric(quantity) ? [] : [says('quantity', 'should be numeric.')]),
    ...(['0', '1'].includes(textOf(row.status)) ? [] : [says('status', 'should a known status.')]),
  ];
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function isNumeric(value: Json | undefined): boolean {
  return /^-?\d{1,12}(\.\d{1,12})?$/.test(textOf(value));
}

function requireSource({ inventory }: Shop, { source_code: code }: JsonObject): void {
  if (!inventory.sources.has(String(code))) throw refusal(400, 'Could not save Source Item');
}

function refuseIf({ settings }: Shop, problems: readonly Problem[]): void {
  const [first] = problems;
  if (first === undefined) return;
  const message = settings().validationSaysWhy
    ? `Validation Failed: ${filledIn(first)}`
    : 'Validation Failed';
  throw refusal(400, message, undefined, problems);
}
