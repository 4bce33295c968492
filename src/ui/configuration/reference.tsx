import type { ConnectorSheet } from '../../engine/configuration/connector-sheets.ts';
import type { Texts } from '../../texts/en.ts';
import { useWords } from '../reader.ts';

type FlowSheet = ConnectorSheet['flows'][number];

/** What may stand in the document, all of it from what the connectors and flows declare. */
export function Reference({ sheets }: { sheets: readonly ConnectorSheet[] }) {
  const words = useWords().reference;
  const flows = new Map(sheets.flatMap((sheet) => sheet.flows.map((flow) => [flow.flow, flow])));
  return (
    <section aria-labelledby="reference">
      <h2 id="reference">{words.title}</h2>
      {sheets.map((sheet) => (
        <details class="card" open={sheet.id === 'ecwid' || sheet.id === 'jortt'}>
          <summary>{words.credentialsOf(sheet.name, <code>{sheet.id}</code>)}</summary>
          <CredentialTable sheet={sheet} />
        </details>
      ))}
      {[...flows.values()].map((flow) => (
        <details class="card">
          <summary>{words.settingsOf(<code>{flow.flow}</code>)}</summary>
          <SettingList settings={flow.settings} />
        </details>
      ))}
      {sheets.map((sheet) => (
        <MappingFields sheet={sheet} />
      ))}
    </section>
  );
}

function CredentialTable({ sheet }: { sheet: ConnectorSheet }) {
  const words = useWords().reference;
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">{words.field}</th>
          <th scope="col">{words.needed}</th>
          <th scope="col">{words.secret}</th>
        </tr>
      </thead>
      <tbody>
        {sheet.credentials.map(({ name, required, secret }) => (
          <tr>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{required ? words.isNeeded : words.isOptional}</td>
            <td>{secret ? words.isSecret : words.isOpen}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The part of JSON Schema that a person wants to read. */
interface Schema {
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
}

function SettingList({ settings }: { settings: FlowSheet['settings'] }) {
  const words = useWords().reference;
  return (
    <dl class="reference">
      {settingRows(settings as Schema).map(({ name, schema }) => (
        <div>
          <dt>
            {schema.title} <code>{name}</code>
          </dt>
          <dd>
            {schema.description ?? typeOf(schema, words)}
            {schema.enum !== undefined && (
              <> {words.oneOf(<code>{schema.enum.map(String).join(' | ')}</code>)}</>
            )}
            {schema.default !== undefined && (
              <> {words.byDefault(<code>{JSON.stringify(schema.default)}</code>)}</>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Every setting by its full name: `customer.update`. */
function settingRows(schema: Schema, prefix = ''): { name: string; schema: Schema }[] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    inner.properties === undefined
      ? [{ name: prefix + name, schema: inner }]
      : settingRows(inner, `${prefix}${name}.`),
  );
}

function typeOf({ type }: Schema, words: Texts['pages']['reference']): string {
  return type === undefined ? words.choice : words.ofType(type);
}

function MappingFields({ sheet }: { sheet: ConnectorSheet }) {
  const words = useWords().reference;
  return sheet.flows
    .filter(({ fields }) => fields.length > 0)
    .map(({ flow, fields }) => (
      <details class="card">
        <summary>{words.mappingOf(<code>{flow}</code>, sheet.name)}</summary>
        <p class="codes">
          {fields.map((field) => (
            <code>{field}</code>
          ))}
        </p>
      </details>
    ));
}
