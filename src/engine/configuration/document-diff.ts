import { flowId, type IntegrationDocument } from './configuration.ts';

/** A part of the document that differs between two versions. */
export interface DocumentChange {
  /** A flow by its id, a setting by its path: `flows`, `orders:shop:books`, `settings`, `vat`, `byRate`. */
  readonly path: readonly string[];
  /** Null where there was none. */
  readonly was: unknown;
  /** Null where there is none any more. */
  readonly becomes: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

/** What is different, part by part, in the order of the later document. */
export function documentDiff(before: IntegrationDocument, after: IntegrationDocument): DocumentChange[] {
  return differing(comparable(before), comparable(after), []);
}

/** The state is none of the document's own: it is changed by going live and by pausing. */
function comparable({ state: _, flows, ...document }: IntegrationDocument): Fields {
  const byId = flows.map(({ flow, from, to, ...rest }) => [flowId({ flow, from, to }), rest] as const);
  return { ...document, flows: Object.fromEntries(byId) };
}

/** A flow or a connection that is new or gone is one change, and so is a list; of others each field is looked at. */
function differing(before: Fields, after: Fields, path: readonly string[]): DocumentChange[] {
  const names = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...names].flatMap((name) => {
    const [was = null, becomes = null] = [fieldOf(before, name), fieldOf(after, name)];
    if (JSON.stringify(was) === JSON.stringify(becomes)) return [];
    const at = [...path, name];
    const isWhole = path.length === 1 && (path[0] === 'flows' || path[0] === 'connections');
    if (isWhole && (was === null || becomes === null)) return [{ path: at, was, becomes }];
    if (isFields(was ?? becomes) && isFields(becomes ?? was))
      return differing(fieldsOf(was), fieldsOf(becomes), at);
    return [{ path: at, was, becomes }];
  });
}

function fieldOf(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {};
}
