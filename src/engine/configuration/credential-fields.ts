import { z } from 'zod';
import type { Connector } from '../../connectors/contract/connector.ts';
import { credentialMeta } from '../../connectors/contract/credential-meta.ts';
import type { Texts } from '../../texts/en.ts';

/** A credential as a form shows it. */
export interface CredentialField {
  readonly name: string;
  readonly required: boolean;
  readonly secret: boolean;
  /** Few people set it. */
  readonly aside: boolean;
  /** It has several lines. */
  readonly lines: boolean;
  readonly label: string;
  /** What it is, and where it is found. */
  readonly help: string;
  readonly example: string | null;
  /** A regular expression that what is entered fits as a whole; null where what does not fit may be put right. */
  readonly pattern: string | null;
  /** All that may be entered, where that is a list. */
  readonly options: readonly { readonly value: string; readonly label: string }[] | null;
  /** What it is when nothing is entered. */
  readonly usual: string | null;
}

interface Words {
  readonly label: string;
  readonly help: string;
  readonly values?: Readonly<Record<string, string>>;
}

export function credentialFields(connector: Connector, texts: Texts): CredentialField[] {
  const words: Readonly<Record<string, Readonly<Record<string, Words>>>> = texts.credentials;
  return Object.entries(connector.credentials.shape).map(([name, declared]) => {
    const schema = declared as z.ZodType;
    const { secret = false, aside = false, lines = false, example = null } = credentialMeta(schema);
    const { pattern, enum: values, default: usual } = described(schema);
    const { label, help, values: names = {} } = words[connector.id]?.[name] ?? { label: name, help: '' };
    return {
      ...{ name, secret, aside, lines, label, help, example },
      required: !schema.safeParse(undefined).success,
      pattern: pattern === undefined || isPutRight(schema) ? null : pattern,
      options: values?.map((value) => ({ value, label: names[value] ?? value })) ?? null,
      usual: usual ?? null,
    };
  });
}

interface Described {
  readonly pattern?: string;
  readonly enum?: readonly string[];
  readonly default?: string;
}

const known = new WeakMap<z.ZodType, Described>();

function described(schema: z.ZodType): Described {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const made = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Described;
  known.set(schema, made);
  return made;
}

/** Whether what was entered is changed before it is looked at, such as a whole address of which a part is needed. */
function isPutRight(schema: z.ZodType): boolean {
  const { innerType, checks = [] } = schema._zod.def as z.core.$ZodTypeDef & { innerType?: z.ZodType };
  if (innerType !== undefined) return isPutRight(innerType);
  return checks.some((check) => check._zod.def.check === 'overwrite');
}
