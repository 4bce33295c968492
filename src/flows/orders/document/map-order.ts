import { z } from 'zod';
import type { DocumentTarget } from '../../../connectors/contract/target.ts';
import { mapFields } from '../../../mapping/fields.ts';
import type { Order } from '../../../records/order.ts';
import type { FlowContext } from '../../contract.ts';
import type { OrdersSettings } from '../settings.ts';

/** Fields of a document's line that a mapping may fill in. */
export const lineFields = z.object({ description: z.string() }).partial();

/** What the mapping and the constants make of an order. */
export interface MappedOrder {
  /** Finds the document: the order's number as customers see it, unless a mapping says otherwise. */
  readonly reference: string;
  /** The target's own fields of the document, without the reference. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** One for each line of the order; the line's own name where there is no mapping for it. */
  readonly descriptions: readonly string[];
}

/** Evaluates the document's and the lines' expressions, each once. Throws `mapping_failed`. */
export async function mapOrder(
  { settings, mapping }: Pick<FlowContext<OrdersSettings>, 'settings' | 'mapping'>,
  target: DocumentTarget,
  order: Order,
): Promise<MappedOrder> {
  const own = await mapFields('', target.fields, mapping, settings.fixed, { order });
  const { reference, ...fields } = own;
  const lines = await Promise.all(
    order.lines.map((line) => mapFields('line', lineFields, mapping, settings.fixed, { order, line })),
  );
  return {
    reference: typeof reference === 'string' && reference.trim() !== '' ? reference : order.number,
    fields,
    descriptions: order.lines.map(({ name }, index) => {
      const description = lines[index]?.description;
      return typeof description === 'string' ? description : name;
    }),
  };
}

/** Describes the order without any mapping. */
export function unmapped({ number, lines }: Order): MappedOrder {
  return { reference: number, fields: {}, descriptions: lines.map(({ name }) => name) };
}
