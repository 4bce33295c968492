import { Notice } from '../parts/notice.tsx';

export interface FieldIssue {
  /** Dotted path: `connections.shop.credentials.token`. */
  readonly field: string;
  readonly message: string;
}

interface FormParts {
  readonly action: string;
  /** As it was typed, or as it stands. */
  readonly text: string;
  readonly issues: readonly FieldIssue[];
  /** Only a new integration is asked for it. */
  readonly id?: string;
  /** Only what is stored has one: it is not saved over somebody else's change. */
  readonly revision?: string;
  readonly button: string;
}

export function ConfigurationForm({ action, text, issues, id, revision, button }: FormParts) {
  const wrong = issues.length > 0 ? { 'aria-invalid': 'true' as const } : {};
  return (
    <form method="post" action={action} class="stack">
      {issues.length > 0 && <Issues issues={issues} />}
      {id !== undefined && (
        <div class="control">
          <label for="id">Id</label>
          <input
            id="id"
            name="id"
            value={id}
            required
            maxlength={40}
            pattern="[a-z0-9\-]+"
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-describedby="id-hint"
          />
          <p class="hint" id="id-hint">
            Small letters, digits and dashes, such as <code>mugs</code>. It is part of the webhook address and
            cannot be changed later.
          </p>
        </div>
      )}
      <div class="control">
        <label for="document">Configuration (JSON)</label>
        <textarea
          id="document"
          name="document"
          rows={Math.min(36, Math.max(18, text.split('\n').length + 1))}
          spellcheck={false}
          autocapitalize="none"
          autocomplete="off"
          required
          aria-describedby="document-hint"
          {...wrong}
        >
          {text}
        </textarea>
        <p class="hint" id="document-hint">
          {id === undefined
            ? 'Secrets are left out here, and leaving them out keeps them. Write one to replace it.'
            : 'Secrets are sealed when you save, and never shown again.'}
        </p>
      </div>
      {revision !== undefined && (
        <>
          <input type="hidden" name="revision" value={revision} />
          <p>
            <input id="drop" name="drop" type="checkbox" value="yes" />{' '}
            <label for="drop">Leave out what still waits in flows that I take out</label>
          </p>
        </>
      )}
      <button type="submit" class="button primary">
        {button}
      </button>
    </form>
  );
}

function Issues({ issues }: { issues: readonly FieldIssue[] }) {
  return (
    <Notice tone="bad">
      <p>
        <strong>Nothing was saved.</strong> {issues.length === 1 ? 'This is' : 'These are'} to be corrected:
      </p>
      <ul>
        {issues.map(({ field, message }) => (
          <li>
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
