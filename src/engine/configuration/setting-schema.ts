import { z } from 'zod';
import type { Asked } from '../../flows/asked.ts';
import type { ChoiceLists, Listing } from '../../flows/listed.ts';
import type { Flow } from '../../flows/registry.ts';

/** JSON Schema, as far as settings have it; with what they are picked from (flows/listed.ts). */
export interface SettingSchema extends ChoiceLists {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  /** What people call the values of `enum`. */
  readonly names?: Readonly<Record<string, string>>;
  readonly default?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly properties?: Readonly<Record<string, SettingSchema>>;
  readonly required?: readonly string[];
  readonly items?: SettingSchema;
  readonly propertyNames?: SettingSchema;
  readonly additionalProperties?: SettingSchema | boolean;
  readonly anyOf?: readonly SettingSchema[];
  readonly $ref?: string;
  readonly listed?: Listing;
  readonly asked?: Asked;
  /** What people call it when nothing is said, where that is more than the default. */
  readonly unset?: string;
  /** JSONata. */
  readonly isExpression?: boolean;
}

const schemas = new Map<Flow['settings'], SettingSchema>();

/** The settings of a flow as JSON Schema, as they are written. */
export function schemaOf({ settings }: Pick<Flow, 'settings'>): SettingSchema {
  const known = schemas.get(settings);
  if (known !== undefined) return known;
  const schema = z.toJSONSchema(settings, { io: 'input' }) as SettingSchema;
  schemas.set(settings, schema);
  return schema;
}

/** A value that is picked by a table: `{"map", "default", "force"}` (mapping/choice.ts). */
export function isChoice({ $ref }: SettingSchema): boolean {
  return $ref === '#/$defs/Choice';
}
