import type { ChoiceField, ChoiceRow } from '../../../engine/configuration/form/field.ts';
import { typedText } from '../../../engine/configuration/form/typed-text.ts';
import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';
import { useWords } from '../../reader.ts';
import { AddRow } from './add-row.tsx';
import { useForm } from './context.ts';
import { FieldError, Help, useDescription } from './help.tsx';
import { type KnownKey, knownKeys } from './known-keys.ts';
import { offerOf } from './offers.ts';
import { NotAsked, Picker } from './picker.tsx';

interface ChoiceProps {
  readonly field: ChoiceField;
  readonly group: SettingSchema;
  /** Where it has no name of its own: what it belongs to. */
  readonly title?: string;
}

/** A table, value → value, with what becomes of everything else. */
export function ChoiceView({ field, group, title = field.schema.title ?? '' }: ChoiceProps) {
  const { name, schema, fallback, force, isKeptEmpty } = field;
  const { settingsForm: words } = useWords();
  const isNamed = schema.title !== undefined;
  return (
    <fieldset {...(isNamed ? { 'aria-describedby': `${name}:hint` } : {})}>
      <legend>{title}</legend>
      {isNamed && <Help id={`${name}:hint`} schema={schema} group={group} />}
      <ChoiceTable field={field} title={title} />
      <NotAsked listing={schema.gives} />
      <AddRow table={name} about={title} />
      {isKeptEmpty && (
        <label class="check">
          <input type="checkbox" name={`${name}.isSet`} value="yes" checked />
          <span>{words.keptEmpty}</span>
        </label>
      )}
      {[
        { part: fallback, label: words.fallback, help: words.fallbackHelp },
        { part: force, label: words.force, help: words.forceHelp },
      ].map(({ part, label, help }) => (
        <div class="control">
          <label for={part.name}>
            {label}
            <span class="unseen">: {title}</span>
          </label>
          <Picker name={part.name} text={part.text} listing={schema.gives} />
          <p class="hint" id={`${part.name}:hint`}>
            {help}
          </p>
          <FieldError name={part.name} />
        </div>
      ))}
    </fieldset>
  );
}

function ChoiceTable({ field, title }: { field: ChoiceField; title: string }) {
  const { rows, schema, name, path } = field;
  const { settingsForm: words } = useWords();
  const { lookups } = useForm();
  const known = knownKeys(schema, path, lookups);
  const typed = new Set(rows.map(({ key }) => typedText(key).toLowerCase()));
  const next = 1 + Math.max(-1, ...rows.map((row) => Number(row.name.split('.').at(-1))));
  const offered = [...known.values()]
    .filter(({ key }) => !typed.has(key.toLowerCase()))
    .map(({ shown }, index): ChoiceRow => {
      const own = `${name}.table.${next + index}`;
      return { name: own, key: shown, text: '', isOffered: true };
    });
  const all = [...rows, ...offered];
  if (all.length === 0) return null;
  return (
    <table class="plain inputs">
      <thead>
        <tr>
          <th scope="col">{words.given}</th>
          <th scope="col">{words.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {all.map((row, index) => (
          <Row
            row={row}
            label={`${title}, ${words.row(index + 1)}`}
            known={known.get(typedText(row.key))}
            schema={schema}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: ChoiceRow;
  readonly label: string;
  readonly known: KnownKey | undefined;
  readonly schema: SettingSchema;
}

function Row({ row, label, known, schema }: RowProps) {
  const { name, key, text, isOffered } = row;
  const { settingsForm: words } = useWords();
  const by = schema.by !== undefined && 'end' in schema.by ? schema.by : undefined;
  return (
    <tr>
      <td>
        {isOffered ? (
          <>
            <input type="hidden" name={`${name}.key`} value={key} />
            <input type="hidden" name={`${name}.offered`} value="yes" />
            <span class="text">{known?.label ?? key}</span>
          </>
        ) : (
          <Key name={`${name}.key`} text={key} listing={by} label={`${label}: ${words.given}`} />
        )}
        {known !== undefined && known.count > 0 && <p class="hint">{words.seen(known.count)}</p>}
        <FieldError name={`${name}.key`} />
      </td>
      <td>
        <Picker
          name={`${name}.value`}
          text={text}
          listing={schema.gives}
          hint={null}
          label={`${label}${isOffered ? ` (${known?.label ?? key})` : ''}: ${words.becomes}`}
        />
        <FieldError name={`${name}.value`} />
      </td>
    </tr>
  );
}

type KeyProps = Pick<Parameters<typeof Picker>[0], 'name' | 'text' | 'listing' | 'label'>;

/** What a choice is made by may be called otherwise than in the list: it is typed. */
function Key({ name, text, listing, label }: KeyProps) {
  const described = useDescription(name, null);
  const offer = offerOf(listing, useForm().lookups);
  const isOffered = offer !== null && !offer.isShort && offer.options.length > 0;
  return (
    <input
      id={name}
      name={name}
      value={text}
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      aria-label={label}
      {...(isOffered ? { list: offer.id } : {})}
      {...described}
    />
  );
}
