import type { CustomerTarget, JsonObject } from '../../../connectors/contract/target.ts';
import type { FlowContext } from '../../contract.ts';

/** Does what a create that was not answered has left undone of the customer that it made. `body`: what was sent. */
export async function makeWhole(
  { target: { api } }: Pick<FlowContext, 'target'>,
  target: CustomerTarget,
  id: string,
  body: JsonObject | undefined,
): Promise<void> {
  if (target.complete === undefined || body === undefined) return;
  const record = await target.get(api, id);
  if (record !== null) await target.complete(api, record, body);
}
