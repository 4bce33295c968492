import type { Child } from 'hono/jsx';
import { refOf, type Schema } from './description.ts';

/** A schema in words: what it is, and the fields that it has. */
export function SchemaView({ schema }: { schema: Schema }) {
  const fields = fieldsOf(schema);
  return (
    <>
      <p>
        <Kind schema={schema} />
        {schema.description !== undefined && <>: {inCode(schema.description)}</>}
      </p>
      {fields !== null && <Fields of={fields} />}
    </>
  );
}

/** An object whose fields are to be told: the schema itself, or what a list is of. */
function fieldsOf(schema: Schema): Schema | null {
  if (schema.properties !== undefined && Object.keys(schema.properties).length > 0) return schema;
  if (schema.items !== undefined) return fieldsOf(schema.items);
  return typeof schema.additionalProperties === 'object' ? fieldsOf(schema.additionalProperties) : null;
}

function Fields({ of: { properties = {}, required = [] } }: { of: Schema }) {
  return (
    <dl class="schema">
      {Object.entries(properties).map(([name, schema]) => {
        const inner = fieldsOf(schema);
        return (
          <div>
            <dt>
              <code>{name}</code> {!required.includes(name) && <span class="quiet">optional</span>}
            </dt>
            <dd>
              <Kind schema={schema} />
              {schema.description !== undefined && <>: {inCode(schema.description)}</>}
              {inner !== null && <Fields of={inner} />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

/** What a value may be. */
export function Kind({ schema }: { schema: Schema }) {
  const limits = limitsOf(schema);
  return (
    <>
      {kindOf(schema)}
      {limits !== '' && ` (${limits})`}
    </>
  );
}

function kindOf(schema: Schema): Child {
  const name = refOf(schema);
  if (name !== null) return <a href={`#shape-${name}`}>{name}</a>;
  if (schema.const !== undefined) return <code>{JSON.stringify(schema.const)}</code>;
  if (schema.enum !== undefined)
    return schema.enum.map((value, index) => (
      <>
        {index > 0 && ', '}
        <code>{String(value)}</code>
      </>
    ));
  const several = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (several !== undefined) {
    return several.map((each, index) => (
      <>
        {index > 0 && (schema.allOf === undefined ? ' or ' : ' with ')}
        <Kind schema={each} />
      </>
    ));
  }
  const types = (typeof schema.type === 'string' ? [schema.type] : (schema.type ?? [])).join(' or ');
  if (schema.items !== undefined) {
    return (
      <>
        {types} of <Kind schema={schema.items} />
      </>
    );
  }
  if (typeof schema.additionalProperties === 'object' && schema.properties === undefined) {
    return (
      <>
        {types} by name, each <Kind schema={schema.additionalProperties} />
      </>
    );
  }
  return types === '' ? 'anything' : types;
}

function limitsOf({ format, pattern, minimum, maximum, minLength, maxLength, maxItems, ...rest }: Schema) {
  const isWide = (limit: number | undefined) => limit === undefined || Math.abs(limit) > 1e9;
  return [
    format,
    pattern === undefined || format !== undefined ? undefined : `matches ${pattern}`,
    isWide(minimum) ? undefined : `from ${minimum}`,
    isWide(maximum) ? undefined : `up to ${maximum}`,
    minLength === undefined || minLength < 2 ? undefined : `${minLength} characters or more`,
    maxLength === undefined ? undefined : `at most ${maxLength} characters`,
    maxItems === undefined ? undefined : `at most ${maxItems}`,
    rest.default === undefined ? undefined : `${JSON.stringify(rest.default)} when left out`,
  ]
    .filter((limit) => limit !== undefined)
    .join(', ');
}

/** What stands between backquotes is code. */
export function inCode(text: string): Child {
  return text.split('`').map((part, index) => (index % 2 === 1 ? <code>{part}</code> : part));
}
