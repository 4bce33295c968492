import type { ConnectorSheet } from '../../engine/configuration/connector-sheets.ts';

type FlowSheet = ConnectorSheet['flows'][number];

/** What may stand in the document, all of it from what the connectors and flows declare. */
export function Reference({ sheets }: { sheets: readonly ConnectorSheet[] }) {
  const flows = new Map(sheets.flatMap((sheet) => sheet.flows.map((flow) => [flow.flow, flow])));
  return (
    <section aria-labelledby="reference">
      <h2 id="reference">What it may contain</h2>
      {sheets.map((sheet) => (
        <details class="card" open={sheet.id === 'ecwid' || sheet.id === 'jortt'}>
          <summary>
            {sheet.name}: credentials of <code>{sheet.id}</code>
          </summary>
          <CredentialTable sheet={sheet} />
        </details>
      ))}
      {[...flows.values()].map((flow) => (
        <details class="card">
          <summary>
            Settings of the flow <code>{flow.flow}</code>
          </summary>
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
  return (
    <table class="plain">
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Needed</th>
          <th scope="col">Secret</th>
        </tr>
      </thead>
      <tbody>
        {sheet.credentials.map(({ name, required, secret }) => (
          <tr>
            <th scope="row">
              <code>{name}</code>
            </th>
            <td>{required ? 'yes' : 'no: take the field out if you have none'}</td>
            <td>{secret ? 'yes: sealed, and never shown again' : 'no'}</td>
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
  return (
    <dl class="reference">
      {settingRows(settings as Schema).map(({ name, schema }) => (
        <div>
          <dt>
            {schema.title} <code>{name}</code>
          </dt>
          <dd>
            {schema.description ?? typeOf(schema)}
            {schema.enum !== undefined && (
              <>
                {' One of '}
                <code>{schema.enum.map(String).join(' | ')}</code>.
              </>
            )}
            {schema.default !== undefined && (
              <>
                {' Default '}
                <code>{JSON.stringify(schema.default)}</code>.
              </>
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

function typeOf({ type }: Schema): string {
  return type === undefined ? 'A choice: map, default, force.' : `A value of type ${type}.`;
}

function MappingFields({ sheet }: { sheet: ConnectorSheet }) {
  return sheet.flows
    .filter(({ fields }) => fields.length > 0)
    .map(({ flow, fields }) => (
      <details class="card">
        <summary>
          What a mapping of <code>{flow}</code> to {sheet.name} may fill in
        </summary>
        <p class="codes">
          {fields.map((field) => (
            <code>{field}</code>
          ))}
        </p>
      </details>
    ));
}
