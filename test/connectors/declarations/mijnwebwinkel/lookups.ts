import { z } from 'zod';
import type { Api } from '../../../../src/connectors/contract/api.ts';
import type { Option } from '../../../../src/connectors/contract/lookups.ts';
import { path } from '../../../../src/connectors/contract/path.ts';
import { flag, needed, text } from '../../../../src/connectors/wire/fields.ts';
import { listOf } from './lists.ts';

const statusWire = z.object({ status: needed(text), description: needed(text), credit_order: flag });

const gatewayWire = z.object({
  methods: z.array(z.object({ name: needed(text), displayName: needed(text) })),
});

/** Those for credit orders are of no sale (sheet 7.6). */
export async function orderStatuses(api: Api): Promise<Option[]> {
  const rows = await api.get(path`/orderstatuses`, listOf('orderstatuses', statusWire));
  return rows
    .filter(({ credit_order }) => credit_order !== true)
    .map(({ status, description }) => ({ value: status, label: description }));
}

export async function paymentMethods(api: Api): Promise<Option[]> {
  const gateways = await api.get(path`/payment/stores/me/gateways`, listOf('gateways', gatewayWire));
  return gateways
    .flatMap(({ methods }) => methods)
    .map(({ name, displayName }) => ({ value: name, label: displayName }));
}
