import {
  type ConstantsField,
  constantKinds,
  type Field,
  type RowsField,
  type TableField,
  type TableRow,
} from '../../../engine/configuration/form/field.ts';
import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';
import { useWords } from '../../reader.ts';
import { AddRow } from './add-row.tsx';
import { ChoiceView } from './choice-view.tsx';
import { FieldView, GroupFields } from './field-view.tsx';
import { FieldError, Help, useDescription } from './help.tsx';

interface RowsProps<Shown extends Field> {
  readonly field: Shown;
  readonly group: SettingSchema;
}

/** Objects one below the other. */
export function RowsView({ field, group }: RowsProps<RowsField>) {
  const { name, rows, schema } = field;
  const { settingsForm: words } = useWords();
  const title = schema.title ?? '';
  return (
    <fieldset aria-describedby={`${name}:hint`}>
      <legend>{title}</legend>
      <Help id={`${name}:hint`} schema={schema} group={group} />
      {rows.map((row, index) => (
        <fieldset class="row">
          <legend>{`${title}, ${words.row(index + 1)}`}</legend>
          <GroupFields field={row} />
        </fieldset>
      ))}
      {rows.length > 0 && <p class="hint">{words.rowsHelp}</p>}
      <AddRow table={name} about={title} />
    </fieldset>
  );
}

/** Values by a name of the merchant's own: here a country. */
export function TableView({ field, group }: RowsProps<TableField>) {
  const { name, rows, schema } = field;
  const { settingsForm: words } = useWords();
  const title = schema.title ?? '';
  return (
    <fieldset aria-describedby={`${name}:hint`}>
      <legend>{title}</legend>
      <Help id={`${name}:hint`} schema={schema} group={group} />
      {rows.map((row, index) => (
        <TableRowView row={row} title={row.key || `${title}, ${words.row(index + 1)}`} group={schema} />
      ))}
      {rows.length > 0 && <p class="hint">{words.rowsHelp}</p>}
      <AddRow table={name} about={title} />
    </fieldset>
  );
}

function TableRowView({ row, title, group }: { row: TableRow; title: string; group: SettingSchema }) {
  const { settingsForm: words } = useWords();
  const key = `${row.name}.key`;
  return (
    <div class="row">
      <div class="control">
        <label for={key}>
          {words.country}
          <span class="unseen">: {title}</span>
        </label>
        <input
          id={key}
          name={key}
          value={row.key}
          maxlength={200}
          autocomplete="off"
          {...useDescription(key, null)}
        />
        <FieldError name={key} />
      </div>
      {row.value.kind === 'choice' ? (
        <ChoiceView field={row.value} group={group} title={title} />
      ) : (
        <FieldView field={row.value} group={group} />
      )}
    </div>
  );
}

/** Constants of several types: a name, what kind it is, and the value. */
export function ConstantsView({ field, group }: RowsProps<ConstantsField>) {
  const { name, rows, schema } = field;
  const { settingsForm: words } = useWords();
  const title = schema.title ?? '';
  return (
    <fieldset aria-describedby={`${name}:hint`}>
      <legend>{title}</legend>
      <Help id={`${name}:hint`} schema={schema} group={group} />
      {rows.length > 0 && (
        <table class="plain inputs">
          <thead>
            <tr>
              <th scope="col">{words.constantName}</th>
              <th scope="col">{words.constantKind}</th>
              <th scope="col">{words.constantValue}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <ConstantRowView row={row} label={`${title}, ${words.row(index + 1)}`} />
            ))}
          </tbody>
        </table>
      )}
      <AddRow table={name} about={title} />
    </fieldset>
  );
}

function ConstantRowView({ row, label }: { row: ConstantsField['rows'][number]; label: string }) {
  const { settingsForm: words } = useWords();
  const [key, kind, value] = ['key', 'kind', 'value'].map((part) => `${row.name}.${part}`);
  return (
    <tr>
      <td>
        <input
          id={key}
          name={key}
          value={row.key}
          autocomplete="off"
          autocapitalize="none"
          spellcheck={false}
          aria-label={`${label}: ${words.constantName}`}
          {...useDescription(key ?? '', null)}
        />
        <FieldError name={key ?? ''} />
      </td>
      <td>
        <select id={kind} name={kind} aria-label={`${label}: ${words.constantKind}`}>
          {constantKinds.map((each) => (
            <option value={each} selected={each === row.constant}>
              {words.constantKinds[each]}
            </option>
          ))}
        </select>
      </td>
      <td>
        <textarea
          id={value}
          name={value}
          rows={Math.max(1, row.text.split('\n').length)}
          aria-label={`${label}: ${words.constantValue}`}
          {...useDescription(value ?? '', null)}
        >
          {row.text}
        </textarea>
        <FieldError name={value ?? ''} />
      </td>
    </tr>
  );
}
