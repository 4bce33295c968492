import type {
  Field,
  GroupField,
  ListField,
  PickField,
  TextField,
} from '../../../engine/configuration/form/field.ts';
import { shownText, typedText } from '../../../engine/configuration/form/typed-text.ts';
import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';
import { useWords } from '../../reader.ts';
import { AddRow } from './add-row.tsx';
import { ChoiceView } from './choice-view.tsx';
import { useForm } from './context.ts';
import { FieldError, Help, useDescription } from './help.tsx';
import { offerOf } from './offers.ts';
import { NotAsked, Picker } from './picker.tsx';
import { ConstantsView, RowsView, TableView } from './rows-view.tsx';
import { defaultWords, valueWords } from './words.ts';

interface ViewProps<Shown extends Field = Field> {
  readonly field: Shown;
  /** The group that the setting is in. */
  readonly group: SettingSchema;
}

export function FieldView({ field, group }: ViewProps) {
  switch (field.kind) {
    case 'text':
      return <TextView field={field} group={group} />;
    case 'pick':
      return <PickView field={field} group={group} />;
    case 'list':
      return <ListView field={field} group={group} />;
    case 'group':
      return <GroupView field={field} group={group} />;
    case 'choice':
      return <ChoiceView field={field} group={group} />;
    case 'table':
      return <TableView field={field} group={group} />;
    case 'rows':
      return <RowsView field={field} group={group} />;
    case 'constants':
      return <ConstantsView field={field} group={group} />;
  }
}

function TextView({ field, group }: ViewProps<TextField>) {
  const { name, text, schema } = field;
  const isNumber = schema.type === 'integer' || schema.type === 'number';
  const words = useWords();
  return (
    <div class="control">
      <label for={name}>{schema.title}</label>
      <Picker
        name={name}
        text={text}
        listing={schema.listed}
        empty={defaultWords(schema, words) ?? undefined}
        type={schema.format === 'date' ? 'date' : 'text'}
        mode={isNumber ? 'numeric' : undefined}
      />
      <Help id={`${name}:hint`} schema={schema} group={group} />
      <NotAsked listing={schema.listed} />
      <FieldError name={name} />
    </div>
  );
}

function PickView({ field, group }: ViewProps<PickField>) {
  const { name, text, schema } = field;
  const words = useWords();
  const values: readonly unknown[] = schema.enum ?? [true, false];
  const isKnown = text === '' || values.map(String).includes(text);
  return (
    <div class="control">
      <label for={name}>{schema.title}</label>
      <select id={name} name={name} {...useDescription(name)}>
        <option value="">{defaultWords(schema, words) ?? words.settingsForm.notSet}</option>
        {values.map((value) => (
          <option value={String(value)} selected={String(value) === text}>
            {valueWords(schema, value, words)}
          </option>
        ))}
        {!isKnown && (
          <option value={text} selected>
            {text}
          </option>
        )}
      </select>
      <Help id={`${name}:hint`} schema={schema} group={group} isTold />
      <FieldError name={name} />
    </div>
  );
}

/** Boxes where all there is to pick is known, else a line for each. */
function ListView({ field, group }: ViewProps<ListField>) {
  const { name, texts, schema } = field;
  const { items = {} } = schema;
  const words = useWords();
  const offer = offerOf(schema.listed, useForm().lookups);
  const closed =
    items.enum?.map((value) => ({ value, label: valueWords(items, value, words) })) ??
    (offer?.isShort ? offer.options : null);
  return (
    <fieldset class="control" aria-describedby={`${name}:hint`}>
      <legend>{schema.title}</legend>
      {closed === null ? (
        <Lines field={field} />
      ) : (
        <Boxes name={name} texts={texts} options={closed} isOurs={items.enum !== undefined} />
      )}
      <Help id={`${name}:hint`} schema={schema} group={group} />
      <NotAsked listing={schema.listed} />
      <FieldError name={name} />
    </fieldset>
  );
}

interface BoxesProps {
  readonly name: string;
  readonly texts: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string }[];
  /** The labels are words of ours, and not of a system. */
  readonly isOurs: boolean;
}

/** What is ticked stands first, in its order. */
function Boxes({ name, texts, options, isOurs }: BoxesProps) {
  const ticked = texts.filter((text) => text !== '');
  const known = new Set(ticked.map(typedText));
  const others = options.filter(({ value }) => !known.has(value));
  const labelOf = (text: string) => options.find(({ value }) => value === typedText(text))?.label ?? text;
  const boxes = [
    ...ticked.map((text) => ({ text, label: labelOf(text), checked: true })),
    ...others.map(({ value, label }) => ({ text: shownText(value), label, checked: false })),
  ];
  return (
    <div class="boxes">
      {boxes.map(({ text, label, checked }, index) => (
        <label class="check">
          <input type="checkbox" id={`${name}.${index}`} name={name} value={text} checked={checked} />
          <span {...(isOurs ? {} : { class: 'text' })}>{label}</span>
        </label>
      ))}
    </div>
  );
}

function Lines({ field: { name, texts, schema } }: { field: ListField }) {
  const { oneMore } = useWords().settingsForm;
  const lines = texts.at(-1) === '' ? texts : [...texts, ''];
  return (
    <>
      {lines.map((text, index) => (
        <>
          <Picker
            id={`${name}.${index}`}
            name={name}
            text={text}
            listing={schema.listed}
            hint={null}
            label={
              index === texts.length && index > 0
                ? `${schema.title}: ${oneMore}`
                : `${schema.title} ${index + 1}`
            }
          />
          <FieldError name={`${name}.${index}`} />
        </>
      ))}
      <AddRow table={name} about={schema.title ?? ''} />
    </>
  );
}

function GroupView({ field, group }: ViewProps<GroupField>) {
  const { name, schema } = field;
  return (
    <fieldset aria-describedby={`${name}:hint`}>
      <legend>{schema.title}</legend>
      <Help id={`${name}:hint`} schema={schema} group={group} />
      <GroupFields field={field} />
    </fieldset>
  );
}

/** What is in a group, with the box that switches it on where there is one. */
export function GroupFields({ field }: { field: GroupField }) {
  const { name, presence, fields, schema } = field;
  const { use } = useWords().settingsForm;
  return (
    <>
      {presence !== null && (
        <label class="check">
          <input
            type="checkbox"
            id={`${name}.isSet`}
            name={`${name}.isSet`}
            value="yes"
            checked={presence.isSet}
            aria-describedby={`${name}:hint`}
          />
          <span>
            {use}
            <span class="unseen">: {schema.title}</span>
          </span>
          {presence.wasSet && <input type="hidden" name={`${name}.wasSet`} value="yes" />}
        </label>
      )}
      {fields.map((each) => (
        <FieldView field={each} group={schema} />
      ))}
    </>
  );
}
