import type { CredentialField } from '../../engine/configuration/credential-fields.ts';
import type { ConnectionDetailView } from '../../engine/reporting/connection-report.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { systemName } from '../parts/system-name.ts';
import { useWords } from '../reader.ts';
import { PostForm } from '../rights.tsx';
import { CredentialFields } from './credential-fields.tsx';

interface FormParts {
  readonly view: IntegrationView;
  readonly connection: ConnectionDetailView;
  readonly address: string;
  /** What is wrong, by control. */
  readonly errors: ReadonlyMap<string, string>;
}

interface CredentialsParts extends FormParts {
  readonly fields: readonly CredentialField[];
  readonly values: Readonly<Record<string, string>>;
}

export function CredentialsForm({ view, connection, address, fields, values, errors }: CredentialsParts) {
  const { connections: words, setupConnect } = useWords();
  const system = systemName(view, connection.connection);
  return (
    <section class="card" aria-labelledby="credentials">
      <h2 id="credentials">{words.changeOf(system)}</h2>
      <p>
        {words.savingTests(system)}{' '}
        <a href={`/help/${connection.connector}`}>{setupConnect.manual(system)}</a>
      </p>
      <PostForm action={address} class="stack">
        <input type="hidden" name="revision" value={view.revision} />
        <CredentialFields {...{ fields, system, values, errors }} kept={connection.secrets} />
        <button type="submit" class="button primary">
          {setupConnect.test}
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
