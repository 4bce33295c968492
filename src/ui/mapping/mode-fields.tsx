import type { Leaf } from '../../engine/mapping/leaves.ts';
import type { SheetField } from '../../engine/mapping/mapping-sheet.ts';
import { parsePath, printPath, shortPath, wholePath } from '../../mapping/modes/path.ts';
import { useTexts, useWords } from '../reader.ts';
import { useDescription } from '../settings/form/help.tsx';
import { Control, PathSelect, ValueInput } from './controls.tsx';
import { Palette } from './palette.tsx';
import { TableFields } from './table-fields.tsx';
import type { Typed } from './typed.ts';
import { leafLabel } from './words.ts';

interface ModeProps {
  readonly field: SheetField;
  readonly typed: Typed;
  readonly leaves: readonly Leaf[];
}

/** The controls of the mode that is chosen. */
export function ModeFields(props: ModeProps) {
  switch (props.typed.mode) {
    case 'usual':
      return null;
    case 'fixed':
      return <FixedFields {...props} />;
    case 'field':
      return <PathSelect {...props} name="path" label={useWords().mappingEditor.modes.field} />;
    case 'text':
      return <TextFields {...props} />;
    case 'table':
      return <TableFields {...props} />;
    case 'formula':
      return <FormulaFields {...props} />;
  }
}

function FixedFields({ field, typed }: ModeProps) {
  const { mappingEditor: words } = useWords();
  const isList = field.kind.kind === 'list';
  return (
    <Control name="fixed" label={words.value} {...(isList ? { hint: words.listHelp } : {})}>
      <ValueInput
        kind={field.kind}
        name="fixed"
        field={field.field}
        text={typed.text('fixed')}
        hint={isList ? 'fixed:hint' : null}
        isLong
      />
    </Control>
  );
}

function TextFields({ field, typed, leaves }: ModeProps) {
  const { mappingEditor: words } = useWords();
  const [first] = leaves;
  const example = first === undefined ? '{…}' : `{${shortOf(first.path, field)}}`;
  return (
    <>
      <Control name="text" label={words.textLabel} hint={words.textHelp(example)}>
        <textarea id="text" name="text" rows={2} {...useDescription('text')}>
          {typed.text('text')}
        </textarea>
      </Control>
      <Control name="most" label={words.most} hint={words.mostHelp}>
        <input
          id="most"
          name="most"
          value={typed.text('most')}
          inputmode="numeric"
          autocomplete="off"
          {...useDescription('most')}
        />
      </Control>
      <LeafList field={field} leaves={leaves} inBraces />
    </>
  );
}

function FormulaFields({ field, typed, leaves }: ModeProps) {
  const { mappingEditor: words } = useWords();
  return (
    <>
      <Control name="expression" label={words.expression}>
        <textarea
          id="expression"
          name="expression"
          rows={4}
          autocapitalize="none"
          spellcheck={false}
          {...useDescription('expression', null)}
        >
          {typed.text('expression')}
        </textarea>
      </Control>
      <Palette />
      <LeafList field={field} leaves={leaves} />
    </>
  );
}

interface LeafListProps extends Pick<ModeProps, 'field' | 'leaves'> {
  readonly inBraces?: boolean;
}

/** Every field of the record, as it is written, with its value. */
function LeafList({ field, leaves, inBraces = false }: LeafListProps) {
  const texts = useTexts();
  const words = texts.pages;
  if (leaves.length === 0) return null;
  return (
    <details class="inset">
      <summary>{words.mappingEditor.fieldsTitle}</summary>
      <ul class="items">
        {leaves.map((leaf) => (
          <li>
            <code>{inBraces ? `{${shortOf(leaf.path, field)}}` : leaf.path}</code>{' '}
            <span class="text">{leafLabel(leaf, field.scope, texts)}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** `number` for `order.number`. */
function shortOf(path: string, { scope }: Pick<SheetField, 'scope'>): string {
  return printPath(shortPath(wholePath(parsePath(path) ?? [], scope), scope)) ?? path;
}
