import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { useMay } from '../rights.tsx';

export interface FieldIssue {
  /** Dotted path: `connections.shop.credentials.token`. */
  readonly field: string;
  /** The control that it was typed in; the document's by default. */
  readonly control?: 'id' | 'document';
  /** Where in the document it stands, counted from 1. */
  readonly line?: number;
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
  const words = useWords().configuration;
  const invalid = (of: 'id' | 'document') =>
    issues.some(({ control = 'document' }) => control === of) ? { 'aria-invalid': 'true' as const } : {};
  // Whoever may not change it reads it.
  if (!useMay('POST', action)) return <DocumentText text={text} />;
  return (
    <form
      method="post"
      action={action}
      class="stack"
      {...(id === undefined ? {} : { enctype: 'multipart/form-data' })}
    >
      {issues.length > 0 && <Issues issues={issues} />}
      {id !== undefined && (
        <div class="control">
          <label for="id">{words.id}</label>
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
            {...invalid('id')}
          />
          <p class="hint" id="id-hint">
            {words.idHint(<code>mugs</code>)}
          </p>
        </div>
      )}
      {id !== undefined && (
        <div class="control">
          <label for="file">{words.file}</label>
          <input
            id="file"
            name="file"
            type="file"
            accept=".json,application/json"
            aria-describedby="file-hint"
          />
          <p class="hint" id="file-hint">
            {words.fileHint}
          </p>
        </div>
      )}
      <div class="control">
        <label for="document">{words.document}</label>
        <textarea
          id="document"
          name="document"
          rows={Math.min(36, Math.max(18, text.split('\n').length + 1))}
          spellcheck={false}
          autocapitalize="none"
          autocomplete="off"
          required
          aria-describedby="document-hint"
          {...invalid('document')}
        >
          {text}
        </textarea>
        <p class="hint" id="document-hint">
          {id === undefined ? words.secretsKept : words.secretsSealed}
        </p>
      </div>
      {revision !== undefined && (
        <>
          <input type="hidden" name="revision" value={revision} />
          <label class="check">
            <input type="checkbox" name="drop" value="yes" />
            <span>{words.drop}</span>
          </label>
        </>
      )}
      <button type="submit" class="button primary">
        {button}
      </button>
    </form>
  );
}

function DocumentText({ text }: { text: string }) {
  const words = useWords().configuration;
  return (
    <div class="control">
      <label for="document">{words.document}</label>
      <textarea id="document" rows={Math.min(36, text.split('\n').length + 1)} readonly spellcheck={false}>
        {text}
      </textarea>
    </div>
  );
}

function Issues({ issues }: { issues: readonly FieldIssue[] }) {
  const words = useWords().configuration;
  return (
    <Notice tone="bad">
      <p>
        <strong>{words.nothingSaved}</strong> {words.corrections(issues.length)}
      </p>
      <ul>
        {issues.map(({ field, control = 'document', line, message }) => (
          <li>
            <a href={`#${control}`}>{control === 'id' ? words.id : <code>{field}</code>}</a> {message}
            {line !== undefined && ` (${words.line(line)})`}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
