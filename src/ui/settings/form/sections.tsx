import type { Field, GroupField } from '../../../engine/configuration/form/field.ts';
import { formValue } from '../../../engine/configuration/form/form-value.ts';
import type { SettingSchema } from '../../../engine/configuration/setting-schema.ts';
import { useWords } from '../../reader.ts';
import { useForm } from './context.ts';
import { FieldView, GroupFields } from './field-view.tsx';
import { Help } from './help.tsx';

/** The settings in parts: what stands alone first, then each group, folded where nothing was set. `open`: the table that gets a row. */
export function Sections({ before, settings, open }: SectionsProps) {
  const { settingsForm: words } = useWords();
  const isAlone = ({ kind }: Field) => kind === 'text' || kind === 'pick' || kind === 'list';
  const alone = [...before, ...settings.fields.filter(isAlone)];
  return (
    <>
      <section class="card" aria-labelledby="general">
        <h2 id="general">{words.general}</h2>
        {alone.map((field) => (
          <FieldView field={field} group={settings.schema} />
        ))}
      </section>
      {settings.fields
        .filter((field) => !isAlone(field))
        .map((field) => (
          <Section field={field} group={settings.schema} open={open} />
        ))}
    </>
  );
}

interface SectionsProps {
  readonly before: readonly Field[];
  readonly settings: GroupField;
  readonly open: string | undefined;
}

interface SectionProps {
  readonly field: Field;
  readonly group: SettingSchema;
  readonly open: string | undefined;
}

function Section({ field, group, open }: SectionProps) {
  const { settingsForm: words } = useWords();
  const { errors } = useForm();
  const { name, schema } = field;
  const chosen = chosenIn(field);
  const isIn = (control: string) => control === name || control.startsWith(`${name}.`);
  const isOpen = chosen > 0 || [...errors.keys()].some(isIn) || (open !== undefined && isIn(open));
  return (
    <details class="card" open={isOpen}>
      <summary>
        {schema.title}
        {chosen > 0 && <span class="aside"> {words.sectionChosen(chosen)}</span>}
      </summary>
      {field.kind === 'group' ? (
        <fieldset aria-describedby={`${name}:hint`}>
          <legend class="unseen">{schema.title}</legend>
          <Help id={`${name}:hint`} schema={schema} group={group} />
          <GroupFields field={field} />
        </fieldset>
      ) : (
        <FieldView field={field} group={group} />
      )}
    </details>
  );
}

/** How many settings of a section are not as by default. */
function chosenIn(field: Field): number {
  const { value } = formValue(field);
  if (value === undefined) return 0;
  if (field.kind !== 'group') return 1;
  return field.presence === null
    ? Object.keys(value as object).length
    : 1 + Object.keys(value as object).length;
}
