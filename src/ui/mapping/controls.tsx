/** What the forms of all modes are made of. */
import type { Child } from 'hono/jsx';
import type { Leaf } from '../../engine/mapping/leaves.ts';
import type { SheetField } from '../../engine/mapping/mapping-sheet.ts';
import type { FieldKind } from '../../mapping/modes/field-kind.ts';
import { useTexts } from '../reader.ts';
import { FieldError, useDescription } from '../settings/form/help.tsx';
import type { Typed } from './typed.ts';
import { leafLabel, pathLabel, valueText } from './words.ts';

interface ControlProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: Child;
  readonly children?: Child;
}

/** A control under its label, with what is to be known of it and what is wrong with it. */
export function Control({ name, label, hint, children }: ControlProps) {
  return (
    <div class="control">
      <label for={name}>{label}</label>
      {children}
      {hint !== undefined && (
        <p class="hint" id={`${name}:hint`}>
          {hint}
        </p>
      )}
      <FieldError name={name} />
    </div>
  );
}

interface ValueProps {
  readonly kind: FieldKind;
  readonly name: string;
  /** The field of the target that it is for. */
  readonly field?: string;
  readonly text: string;
  /** For a control without a label that is seen. */
  readonly label?: string;
  readonly hint?: string | null;
  readonly isLong?: boolean;
}

/** A value of this kind: picked where all that it may be is known. */
export function ValueInput({ kind: of, name, field, text, label, hint = null, isLong = false }: ValueProps) {
  const texts = useTexts();
  const words = texts.pages;
  const { kind, options } = of;
  const named = { ...(label === undefined ? {} : { 'aria-label': label }), ...useDescription(name, hint) };
  if (options !== null) {
    return (
      <select id={name} name={name} {...named}>
        <option value="">{words.settingsForm.notSet}</option>
        {options.map((option) => (
          <option value={String(option)} selected={String(option) === text} class="text">
            {valueText(option, texts, field)}
          </option>
        ))}
      </select>
    );
  }
  if (isLong && kind !== 'number') {
    return (
      <textarea id={name} name={name} rows={kind === 'list' ? 4 : 2} {...named}>
        {text}
      </textarea>
    );
  }
  const mode = kind === 'number' ? { inputmode: 'decimal' as const } : {};
  return (
    <input
      id={name}
      name={name}
      value={text}
      autocomplete="off"
      autocapitalize="none"
      spellcheck={false}
      {...mode}
      {...named}
    />
  );
}

interface PathProps {
  readonly field: SheetField;
  readonly typed: Typed;
  readonly leaves: readonly Leaf[];
  readonly name: string;
  readonly label: string;
}

/** The fields of the record that is shown, with their values. */
export function PathSelect({ name, label, field: { scope }, typed, leaves }: PathProps) {
  const texts = useTexts();
  const words = texts.pages;
  const text = typed.text(name);
  const isKnown = text === '' || leaves.some(({ path }) => path === text);
  return (
    <Control name={name} label={label}>
      <select id={name} name={name} {...useDescription(name, null)}>
        <option value="">{words.mappingEditor.pickField}</option>
        {!isKnown && (
          <option value={text} selected class="text">
            {words.mappingEditor.otherField(pathLabel(text, scope, words))}
          </option>
        )}
        {leaves.map((leaf) => (
          <option value={leaf.path} selected={leaf.path === text} class="text">
            {leafLabel(leaf, scope, texts)}
          </option>
        ))}
      </select>
    </Control>
  );
}
