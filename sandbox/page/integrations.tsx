import type { Answer } from '../kit/http/sent.ts';
import type { AppIntegration } from '../kit/shop/integrations.ts';

interface Parts {
  readonly id: string;
  readonly name: string;
  readonly all: readonly AppIntegration[];
}

/** Where a merchant lets an app in that fetches its credentials, and what became of those that were let in. */
export function Integrations({ id, name, all }: Parts) {
  const field = `app-${id}`;
  return (
    <>
      <h3>Integrations that fetch their credentials</h3>
      {all
        .filter(({ callbackUrl }) => callbackUrl !== '')
        .map((integration) => (
          <One id={id} name={name} integration={integration} />
        ))}
      <form method="post" action={`/page/${id}/activate`}>
        <label for={`${field}-callback`}>Callback URL ({name})</label>
        <input type="url" id={`${field}-callback`} name="callbackUrl" required />
        <label for={`${field}-identity`}>Identity link URL ({name})</label>
        <input type="url" id={`${field}-identity`} name="identityLinkUrl" required />
        <button type="submit">Activate an integration</button>
      </form>
    </>
  );
}

interface OneParts extends Omit<Parts, 'all'> {
  readonly integration: AppIntegration;
}

function One({ id: system, name, integration }: OneParts) {
  const { id, callbackUrl, identityLinkUrl, isActive, answer } = integration;
  const of = `the integration ${id} (${name})`;
  return (
    <>
      <p>
        Integration {id} is <strong>{isActive ? 'active' : 'not active'}</strong>. {heard(answer)}{' '}
        <code>{callbackUrl}</code>
      </p>
      <Deed
        {...{ system, of }}
        what="activate"
        label={isActive ? 'Reauthorise' : 'Activate again'}
        values={{ callbackUrl, identityLinkUrl }}
      />
      {isActive ? <Deed {...{ system, of }} what="deactivate" label="Deactivate" values={{ id }} /> : null}
      <Deed {...{ system, of }} what="delete" label="Delete" values={{ id }} />
    </>
  );
}

interface DeedParts {
  readonly system: string;
  readonly of: string;
  readonly what: 'activate' | 'deactivate' | 'delete';
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
}

function Deed({ system, of, what, label, values }: DeedParts) {
  return (
    <form method="post" action={`/page/${system}/${what}`}>
      {Object.entries(values).map(([key, value]) => (
        <input type="hidden" name={key} value={value} />
      ))}
      <button type="submit" aria-label={`${label}: ${of}`}>
        {label}
      </button>
    </form>
  );
}

function heard(answer: Answer | null): string {
  if (answer === null) return 'Its callback has not answered yet:';
  if (answer === 'timeout') return 'Its callback did not answer in time:';
  if (answer === 'no answer') return 'Its callback could not be reached:';
  return `Its callback answered with status ${answer}:`;
}
