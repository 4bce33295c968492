import { flowByName } from '../../flows/registry.ts';
import { remediesOf } from '../../flows/remedies.ts';
import type { Params } from '../../texts/catalogue.ts';
import { splitFlowId } from './configuration.ts';
import { type SettingSchema, schemaOf } from './setting-schema.ts';

/** The setting of a flow that mends a problem or a reason, as its path: `vat.untaxed`. `flow`: its id, or its name. Null where none does. */
export function remedyOf(
  flow: string,
  what: { readonly code: string; readonly params: Params } | null,
): string | null {
  const definition = flowByName(splitFlowId(flow).flow);
  if (definition === undefined || what === null) return null;
  const schema = schemaOf(definition);
  return remediesOf({ ...what, params: what.params ?? {} }).find((path) => isSetting(schema, path)) ?? null;
}

function isSetting(schema: SettingSchema, path: string): boolean {
  return (
    path.split('.').reduce<SettingSchema | undefined>((at, name) => at?.properties?.[name], schema) !==
    undefined
  );
}
