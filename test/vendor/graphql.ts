/** GraphQL requests, held against Shopify's own schema, where VENDOR_SPECS names a folder that has it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildSchema,
  type DocumentNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  parse,
  validate,
} from 'graphql';
import { z } from 'zod';

const sent = z.object({ query: z.string(), variables: z.record(z.string(), z.unknown()).default({}) });

/** A document, and what is wrong with it. */
interface Checked {
  readonly document: DocumentNode | null;
  readonly faults: readonly string[];
}

export class GraphqlDescription {
  readonly #schema: GraphQLSchema;
  /** By their texts: connectors send the same ones again and again. */
  readonly #documents = new Map<string, Checked>();

  private constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  static read(folder: string, name: string): GraphqlDescription {
    // What is deprecated in it is not so in its interfaces: that is the vendor's.
    return new GraphqlDescription(
      buildSchema(readFileSync(join(folder, `${name}.graphql`), 'utf8'), { assumeValid: true }),
    );
  }

  /** What is wrong with the document or, where nothing is, with its variables; in words without the values. */
  faults(body: unknown): readonly string[] {
    const request = sent.safeParse(body);
    if (!request.success) return ['it has no query with variables'];
    const { query, variables } = request.data;
    const known = this.#documents.get(query) ?? this.#checked(query);
    this.#documents.set(query, known);
    const { document, faults } = known;
    return document === null || faults.length > 0 ? faults : this.#variableFaults(document, variables);
  }

  #checked(query: string): Checked {
    try {
      const document = parse(query);
      return { document, faults: validate(this.#schema, document).map(({ message }) => message) };
    } catch (error) {
      return { document: null, faults: [(error as Error).message] };
    }
  }

  #variableFaults(
    { definitions: [operation] }: DocumentNode,
    variables: Readonly<Record<string, unknown>>,
  ): readonly string[] {
    if (operation?.kind !== Kind.OPERATION_DEFINITION) return ['its first definition is no operation'];
    const declared = operation.variableDefinitions ?? [];
    const names = new Set(declared.map(({ variable }) => variable.name.value));
    const unknown = Object.keys(variables).filter((name) => !names.has(name));
    const { errors = [] } = getVariableValues(this.#schema, declared, variables);
    return [
      ...unknown.map((name) => `Variable "$${name}" is not declared`),
      ...errors.map(({ message }) => withoutValues(message, new Set(leavesOf(variables)))),
    ];
  }
}

/** What was sent may be of a person: a value stands at the end of what is said, or in quotation marks. */
function withoutValues(message: string, values: ReadonlySet<string>): string {
  return message
    .replace(/, found: [\s\S]*$|(?<=represent [^:]*): [\s\S]*$/, '')
    .replace(/"([^"]*)"/g, (quoted, text: string) => (values.has(text) ? '…' : quoted));
}

function leavesOf(value: unknown): string[] {
  return typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(leavesOf)
    : [String(value)];
}
