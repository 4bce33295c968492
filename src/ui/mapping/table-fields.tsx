import type { Leaf } from '../../engine/mapping/leaves.ts';
import type { SheetField } from '../../engine/mapping/mapping-sheet.ts';
import { kindAt } from '../../mapping/modes/kind-at.ts';
import { parsePath } from '../../mapping/modes/path.ts';
import { useTexts, useWords } from '../reader.ts';
import { FieldError } from '../settings/form/help.tsx';
import { Control, PathSelect, ValueInput } from './controls.tsx';
import type { Typed } from './typed.ts';
import { valueText } from './words.ts';

interface TableProps {
  readonly field: SheetField;
  readonly typed: Typed;
  readonly leaves: readonly Leaf[];
}

interface Row {
  readonly at: string;
  readonly when: string;
  readonly becomes: string;
  /** So many records had it lately. */
  readonly count: number;
  /** It is there because records had it. */
  readonly isOffered: boolean;
}

/** One value for another: what was typed, and the values that the field had lately. */
export function TableFields(props: TableProps) {
  const { field, typed } = props;
  const { mappingEditor: words, settingsForm } = useWords();
  const extras = [
    ['default', settingsForm.fallback, words.fallbackHelp],
    ['force', settingsForm.force, settingsForm.forceHelp],
  ] as const;
  return (
    <>
      <PathSelect {...props} name="by" label={words.by} />
      <p>
        <button type="submit" class="button small" name="do" value="show" formnovalidate>
          {words.showValues}
        </button>
      </p>
      <Rows {...props} />
      <p class="hint">{settingsForm.rowsHelp}</p>
      <p>
        <button type="submit" class="button small" name="do" value="row" formnovalidate>
          {settingsForm.addRow}
        </button>
      </p>
      {extras.map(([name, label, hint]) => (
        <Control name={name} label={label} hint={hint}>
          <ValueInput
            kind={field.kind}
            name={name}
            field={field.field}
            text={typed.text(name)}
            hint={`${name}:hint`}
          />
        </Control>
      ))}
    </>
  );
}

function Rows({ field, typed, leaves }: TableProps) {
  const { settingsForm: words } = useWords();
  const rows = rowsOf(typed, leaves);
  return (
    <table class="plain inputs">
      <thead>
        <tr>
          <th scope="col">{words.given}</th>
          <th scope="col">{words.becomes}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <RowView row={row} label={words.row(index + 1)} field={field} by={typed.text('by')} />
        ))}
      </tbody>
    </table>
  );
}

/** What was typed first, then what records had, then one that is empty. */
function rowsOf(typed: Typed, leaves: readonly Leaf[]): Row[] {
  const seen = leaves.find(({ path }) => path === typed.text('by'))?.seen ?? [];
  const countOf = (when: string) => seen.find(({ value }) => String(value) === when)?.count ?? 0;
  const isOffered = (at: string) => typed.text(`${at}.offered`) !== '';
  // Values of another field, of which nothing was said, go when that is chosen.
  const kept = typed.rows.filter(({ at, becomes }) => becomes !== '' || !isOffered(at));
  const own = kept.map((row) => ({ ...row, count: countOf(row.when), isOffered: isOffered(row.at) }));
  let next = 1 + Math.max(-1, ...own.map(({ at }) => Number(at.slice('rows.'.length))));
  const offered = seen
    .map(({ value, count }) => ({ when: String(value), count }))
    .filter(({ when }) => !own.some((row) => row.when === when))
    .map((each): Row => ({ ...each, at: `rows.${next++}`, becomes: '', isOffered: true }));
  const blank: Row = { at: `rows.${next++}`, when: '', becomes: '', count: 0, isOffered: false };
  const wantsMore = typed.text('do') === 'row' || own.length + offered.length === 0;
  return [...own, ...offered, ...(wantsMore ? [blank] : [])];
}

interface RowProps {
  readonly row: Row;
  readonly label: string;
  readonly field: SheetField;
  readonly by: string;
}

function RowView({ row: { at, when, becomes, count, isOffered }, label, field, by }: RowProps) {
  const texts = useTexts();
  const { mappingEditor, settingsForm } = texts.pages;
  const key = kindAt(field.part.input, by, field.scope);
  const shown = valueText(
    key.kind === 'boolean' ? when === 'true' : when,
    texts,
    parsePath(by)?.at(-1)?.name,
  );
  return (
    <tr>
      <td>
        {isOffered ? (
          <>
            <input type="hidden" name={`${at}.when`} value={when} />
            <input type="hidden" name={`${at}.offered`} value="yes" />
            <span class="text" id={`${at}.when`}>
              {shown}
            </span>
          </>
        ) : (
          <ValueInput kind={key} name={`${at}.when`} text={when} label={`${label}: ${settingsForm.given}`} />
        )}
        {count > 0 && <p class="hint">{mappingEditor.seen(count)}</p>}
        <FieldError name={`${at}.when`} />
      </td>
      <td>
        <ValueInput
          kind={field.kind}
          name={`${at}.becomes`}
          field={field.field}
          text={becomes}
          label={`${label}${isOffered ? ` (${shown})` : ''}: ${settingsForm.becomes}`}
        />
        <FieldError name={`${at}.becomes`} />
      </td>
    </tr>
  );
}
