/** The fields of a flow's target with what fills each in, as the document says it: no call and no record is needed. */
import { connectorById } from '../../connectors/registry.ts';
import type { FieldGroup, MappedPart } from '../../flows/mapped.ts';
import { flowByName } from '../../flows/registry.ts';
import { type FieldKind, fieldKindOf } from '../../mapping/modes/field-kind.ts';
import { readRule } from '../../mapping/modes/read-rule.ts';
import { type Rule, type Scope, scopeOf } from '../../mapping/modes/rule.ts';
import { type FlowDocument, flowId, type IntegrationDocument } from '../configuration/configuration.ts';
import { conflict, notFound } from '../request-error.ts';

/** A field of the target. */
export interface SheetField {
  /** As a mapping names it: `customer.phonenumber`. */
  readonly name: string;
  /** Without its part. */
  readonly field: string;
  readonly group: FieldGroup;
  readonly kind: FieldKind;
  readonly part: MappedPart;
  readonly scope: Scope;
  /** The expression that fills it in; null where there is none. */
  readonly expression: string | null;
  /** The same as a form shows it. */
  readonly rule: Rule | null;
  /** What the setting `fixed` gives it where no expression does; undefined for nothing. */
  readonly constant: unknown;
}

/** Throws `not_found` where the flow's system is not known any more. */
export function mappingSheet(
  { connections }: Pick<IntegrationDocument, 'connections'>,
  { flow, to, settings, mapping }: FlowDocument,
): SheetField[] {
  const definition = flowByName(flow);
  const target = connectorById(connections[to]?.connector ?? '');
  if (definition === undefined || target === undefined) throw notFound('flow');
  const { fixed = {} } = settings as { readonly fixed?: Readonly<Record<string, unknown>> };
  return definition.mapped(settings, target).flatMap((part) => {
    const scope = scopeOf(part.input);
    return Object.entries(part.fields.shape).map(([field, schema]): SheetField => {
      const name = part.part === '' ? field : `${part.part}.${field}`;
      const expression = Object.hasOwn(mapping, name) ? (mapping[name] ?? null) : null;
      return {
        ...{ name, field, part, scope, expression },
        group: part.group,
        kind: fieldKindOf(schema as Parameters<typeof fieldKindOf>[0]),
        rule: expression === null ? null : readRule(expression, scope),
        constant: Object.hasOwn(fixed, name) ? fixed[name] : undefined,
      };
    });
  });
}

/** A flow of the document by its id (`orders:shop:books`) or, where only one has it, by its name. */
export function documentFlow({ flows }: Pick<IntegrationDocument, 'flows'>, name: string): FlowDocument {
  const found = flows.filter((each) => flowId(each) === name || each.flow === name);
  if (found.length > 1) throw conflict('flow_ambiguous', { flow: name, ids: found.map(flowId) });
  if (found[0] === undefined) throw notFound('flow');
  return found[0];
}

/** The document with other expressions; null takes one out. */
export function withExpressions(
  document: IntegrationDocument,
  id: string,
  changed: Readonly<Record<string, string | null>>,
): IntegrationDocument {
  const flows = document.flows.map((flow) => {
    if (flowId(flow) !== id) return flow;
    const entries = Object.entries({ ...flow.mapping, ...changed });
    const mapping = Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== null));
    return { ...flow, mapping };
  });
  return { ...document, flows };
}
