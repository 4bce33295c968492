import type { CredentialField } from '../../engine/configuration/credential-fields.ts';
import { useWords } from '../reader.ts';
import { controlOf } from '../setup/credential-form.ts';
import { CredentialInput } from '../setup/credential-input.tsx';

interface FieldsParts {
  readonly fields: readonly CredentialField[];
  readonly system: string;
  /** What stands there, or was typed, by field; never a secret. */
  readonly values: Readonly<Record<string, string>>;
  /** Names of the secrets that are kept; null where that is not known. */
  readonly kept: readonly string[] | null;
  /** What is wrong, by control. */
  readonly errors: ReadonlyMap<string, string>;
}

/** The box that takes a secret away which is kept and may be missing. */
export function removalOf(field: string): string {
  return `remove.${field}`;
}

/** The credentials of a connection as controls, those that few people set last. A secret is never shown: left empty it stays as it is. */
export function CredentialFields({ fields, system, values, kept, errors }: FieldsParts) {
  const words = useWords().setupConnect;
  const field = (each: CredentialField) => {
    const isKept = each.secret && kept?.includes(each.name) === true;
    return (
      <>
        <CredentialInput
          field={each}
          text={values[each.name] ?? ''}
          problem={errors.get(controlOf(each.name))}
          isStored={isKept}
        />
        {isKept && !each.required && <TakeAway field={each} />}
      </>
    );
  };
  const aside = fields.filter((each) => each.aside);
  const isOpen = aside.some(({ name }) => errors.has(controlOf(name)));
  return (
    <>
      {fields.filter((each) => !each.aside).map(field)}
      {aside.length > 0 && (
        <details open={isOpen}>
          <summary>{words.more(system)}</summary>
          <div class="stack">
            <p class="hint">{words.moreHelp}</p>
            {aside.map(field)}
          </div>
        </details>
      )}
    </>
  );
}

function TakeAway({ field: { name, label } }: { field: CredentialField }) {
  return (
    <label class="check">
      <input type="checkbox" name={removalOf(name)} value="yes" />
      <span>{useWords().connections.takeAway(label)}</span>
    </label>
  );
}
