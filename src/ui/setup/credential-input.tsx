import type { CredentialField } from '../../engine/configuration/credential-fields.ts';
import { useWords } from '../reader.ts';
import { controlOf } from './credential-form.ts';

interface InputParts {
  readonly field: CredentialField;
  /** As it was typed, or as it stands; of a secret nothing. */
  readonly text: string;
  readonly problem: string | undefined;
  /** It is a secret that is kept: left empty it stays as it is. */
  readonly isStored: boolean;
}

/** A credential with what it is, where it is found and what it looks like. */
export function CredentialInput({ field, text, problem, isStored }: InputParts) {
  const { setupConnect: words } = useWords();
  const { name, label, help, required, example } = field;
  const id = controlOf(name);
  return (
    <div class="control">
      <label for={id}>
        {label}
        {!required && <span class="aside"> ({words.optional})</span>}
      </label>
      <Control field={field} text={text} isWrong={problem !== undefined} />
      <p class="hint" id={`${id}:hint`}>
        {help}
        {example !== null && <> {words.suchAs(<code>{example}</code>)}</>}
        {isStored && <> {words.kept}</>}
      </p>
      {problem !== undefined && (
        <p class="error" id={`${id}:error`}>
          {problem}
        </p>
      )}
    </div>
  );
}

function Control({ field, text, isWrong }: { field: CredentialField; text: string; isWrong: boolean }) {
  const { settingsForm } = useWords();
  const { name, secret, lines, options, usual, pattern } = field;
  const id = controlOf(name);
  const told = {
    id,
    name: id,
    'aria-describedby': isWrong ? `${id}:error ${id}:hint` : `${id}:hint`,
    ...(isWrong ? { 'aria-invalid': 'true' as const } : {}),
  };
  const plain = { autocomplete: 'off', autocapitalize: 'none', spellcheck: false } as const;
  if (options !== null) {
    const usualLabel = options.find(({ value }) => value === usual)?.label;
    return (
      <select {...told}>
        <option value="">
          {usualLabel === undefined ? settingsForm.notSet : settingsForm.byDefault(usualLabel)}
        </option>
        {options.map(({ value, label }) => (
          <option value={value} selected={value === text}>
            {label}
          </option>
        ))}
      </select>
    );
  }
  if (lines)
    return (
      <textarea {...told} {...plain} rows={4}>
        {secret ? '' : text}
      </textarea>
    );
  return (
    <input
      {...told}
      {...plain}
      type={secret ? 'password' : 'text'}
      value={secret ? '' : text}
      {...(usual === null ? {} : { placeholder: usual })}
      {...(pattern === null || secret ? {} : { pattern: bare(pattern) })}
    />
  );
}

/** In HTML a pattern is of the whole value anyway. */
function bare(pattern: string): string {
  return pattern.replace(/^\^/, '').replace(/\$$/, '');
}
