import type { ConnectionView } from '../../engine/reporting/connection-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { systemName } from '../parts/system-name.ts';
import { useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';
import type { CredentialField } from './credential-field.ts';
import { CredentialFields } from './credential-fields.tsx';

interface FormParts {
  readonly view: IntegrationView;
  readonly connection: ConnectionView;
  readonly address: string;
  /** What is wrong, by control. */
  readonly errors: ReadonlyMap<string, string>;
}

interface CredentialsParts extends FormParts {
  readonly fields: readonly CredentialField[];
  readonly values: Readonly<Record<string, string>>;
}

export function CredentialsForm({ view, connection, address, fields, values, errors }: CredentialsParts) {
  const words = useWords().connections;
  const system = systemName(view, connection.name);
  return (
    <section class="card" aria-labelledby="credentials">
      <h2 id="credentials">{words.changeOf(system)}</h2>
      <p>
        {words.savingTests(system)} <a href={`/help/${connection.connector}`}>{words.whereToFind}</a>
      </p>
      <PostForm action={address} class="stack">
        <input type="hidden" name="revision" value={view.revision} />
        <CredentialFields fields={fields} values={values} kept={connection.secrets} errors={errors} />
        <button type="submit" class="button primary">
          {words.saveAndTest}
        </button>
      </PostForm>
    </section>
  );
}

export function RenameForm({ address, newName, errors }: FormParts & { readonly newName: string }) {
  const words = useWords().connections;
  return (
    <section class="card" aria-labelledby="rename">
      <h2 id="rename">{words.renameTitle}</h2>
      <PostForm action={`${address}/rename`} class="stack">
        <div class="control">
          <label for="name">{words.name}</label>
          <input
            id="name"
            name="name"
            value={newName}
            required
            maxlength={40}
            pattern="[a-z0-9\-]+"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby="name-hint"
            {...(errors.has('name') ? { 'aria-invalid': 'true' as const } : {})}
          />
          <p class="hint" id="name-hint">
            {words.nameHint}
          </p>
        </div>
        <button type="submit" class="button">
          {words.rename}
        </button>
      </PostForm>
    </section>
  );
}
