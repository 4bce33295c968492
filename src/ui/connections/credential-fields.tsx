import { useWords } from '../reader.ts';
import { type CredentialField, controlOf, removalOf } from './credential-field.ts';

interface FieldsParts {
  readonly fields: readonly CredentialField[];
  /** What stands there, or was typed, by field; never a secret. */
  readonly values: Readonly<Record<string, string>>;
  /** Names of the secrets that are kept; null where that is not known. */
  readonly kept: readonly string[] | null;
  /** What is wrong, by control. */
  readonly errors: ReadonlyMap<string, string>;
}

/** The credentials of a connection as controls. A secret is never shown: left empty it stays as it is. */
export function CredentialFields({ fields, ...parts }: FieldsParts) {
  return (
    <>
      {fields.map((field) => (
        <Field field={field} {...parts} />
      ))}
    </>
  );
}

type FieldParts = Omit<FieldsParts, 'fields'> & { readonly field: CredentialField };

function Field({ field, values, kept, errors }: FieldParts) {
  const words = useWords().connections;
  const { name, isRequired, isSecret } = field;
  const control = controlOf(name);
  const error = errors.get(control);
  const isKept = isSecret && kept?.includes(name) === true;
  const hint = isSecret ? (isKept ? words.secretKept : words.secretNone) : isRequired ? null : words.optional;
  const told = [...(hint === null ? [] : [`${control}-hint`]), ...(error === undefined ? [] : [`${control}-error`])];
  const state = {
    ...(told.length === 0 ? {} : { 'aria-describedby': told.join(' ') }),
    ...(error === undefined ? {} : { 'aria-invalid': 'true' as const }),
  };
  return (
    <div class="control">
      <label for={control}>
        <code>{name}</code>
      </label>
      <Control field={field} value={isSecret ? '' : (values[name] ?? '')} isKept={isKept} state={state} />
      {hint !== null && (
        <p class="hint" id={`${control}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p class="hint" id={`${control}-error`}>
          {error}
        </p>
      )}
      {isKept && !isRequired && (
        <label class="check">
          <input type="checkbox" name={removalOf(name)} value="yes" />
          <span>
            {words.takeAway}
            <span class="unseen"> {name}</span>
          </span>
        </label>
      )}
    </div>
  );
}

interface ControlParts {
  readonly field: CredentialField;
  readonly value: string;
  readonly isKept: boolean;
  readonly state: Readonly<Record<string, string>>;
}

function Control({ field, value, isKept, state }: ControlParts) {
  const words = useWords().connections;
  const { name, isRequired, isSecret, options, byDefault } = field;
  const own = { id: controlOf(name), name: controlOf(name), ...state };
  if (options !== null) {
    return (
      <select {...own}>
        {!isRequired && <option value="">{byDefault === null ? words.notSet : words.usual(byDefault)}</option>}
        {options.map((option) => (
          <option value={option} selected={option === value} class="text">
            {option}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      {...own}
      type={isSecret ? 'password' : 'text'}
      value={value}
      {...(byDefault === null ? {} : { placeholder: byDefault })}
      required={isRequired && !isKept}
      autocomplete={isSecret ? 'new-password' : 'off'}
      autocapitalize="none"
      spellcheck={false}
    />
  );
}
