import { connectorById } from '../../connectors/registry.ts';
import type { CredentialField } from '../../engine/configuration/credential-fields.ts';
import type { ConnectionView, IntegrationView } from '../../engine/reporting/views.ts';
import { ActivationCard, type ActivationParts } from '../activation/card.tsx';
import { AcceptAccount } from '../connections/accept-account.tsx';
import { asksPeople } from '../parts/asks-people.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { controlOf } from './credential-form.ts';
import { CredentialInput } from './credential-input.tsx';
import { type HookParts, HookState } from './hook-state.tsx';
import { isConnected, waitsForAccess } from './progress.ts';
import { ScopeList } from './scopes.tsx';
import { SetupFrame, type SetupStep, setupAddress } from './steps.tsx';

export interface ConnectParts extends HookParts {
  readonly view: IntegrationView;
  readonly step: SetupStep;
  readonly fields: readonly CredentialField[];
  /** Names of the secrets that are kept. */
  readonly kept: readonly string[];
  /** As they were typed, or as they stand, by control. */
  readonly texts: ReadonlyMap<string, string>;
  readonly wrong: readonly Wrong[];
  /** Where the system's own people can connect it. */
  readonly activation: Pick<ActivationParts, 'activation' | 'place' | 'typed'> | null;
}

/** Connecting one of the two systems: what opens it, and what came of trying that. */
export function ConnectPage(parts: ConnectParts) {
  const { view, step, state, system, wrong } = parts;
  const { setup } = useWords();
  const next = setupAddress(view, step === 'first' ? 'second' : 'flows');
  return (
    <SetupFrame view={view} step={step}>
      <ErrorSummary wrong={wrong} />
      {wrong.length === 0 && <Standing id={view.id} state={state} system={system} />}
      <Access {...parts} />
      {parts.activation !== null && (
        <ActivationCard
          {...{ id: view.id, connection: state.connection, system, zone: parts.zone }}
          {...parts.activation}
        />
      )}
      <CredentialForm {...parts} />
      <ScopeList scopes={state.scopes} system={system} />
      <HookState {...parts} />
      {state.connected && next !== null && (
        <p>
          <a class={isConnected(state) ? 'button primary' : 'button'} href={next}>
            {setup.next}
          </a>
        </p>
      )}
    </SetupFrame>
  );
}

/** What is known of the account, or why nothing is. */
function Standing({ id, state, system }: { id: string; state: ConnectionView; system: string }) {
  const { setupConnect: words } = useWords();
  const { connected, account, problem, sameAs } = state;
  if (!connected || waitsForAccess(state)) return null;
  if (problem !== null)
    return (
      <>
        <Notice tone="bad">
          <p>
            <strong>{words.doesNot(system)}</strong> {problem.message}{' '}
            <span class="next">{problem.action}</span>
          </p>
          <p>{words.stored}</p>
        </Notice>
        {problem.code === 'account_changed' && <AcceptAccount id={id} connection={state.connection} />}
      </>
    );
  if (account === null) return <Notice tone="quiet">{words.untested}</Notice>;
  const facts = [
    [words.account, account.name],
    [words.currency, account.currency],
    [words.country, account.country],
    [words.timeZone, account.timeZone.replaceAll('_', ' ')],
  ] as const;
  return (
    <>
      {sameAs !== null && <Notice tone="bad">{words.sameAccount}</Notice>}
      <Notice tone="good">
        <p>
          <strong>{words.works(system)}</strong>
        </p>
        <dl class="facts">
          {facts.map(
            ([name, value]) =>
              value !== null && (
                <div>
                  <dt>{name}</dt>
                  <dd class="text">{value}</dd>
                </div>
              ),
          )}
        </dl>
      </Notice>
    </>
  );
}

/** Where somebody gives access in the system itself: the button leads there, and back. */
function Access({ view, state, system, base }: ConnectParts) {
  const { setupConnect: words } = useWords();
  const { connection } = state;
  const { connector = '', credentials = {} } = view.connections[connection] ?? {};
  if (!state.connected || !asksPeople(connector, credentials)) return null;
  const isGiven = isConnected(state);
  return (
    <section class="card" aria-labelledby="access">
      <h2 id="access">{words.access}</h2>
      <p>{words.accessHelp(system)}</p>
      <p class="quiet">
        {words.callback(<code class="address">{new URL('/oauth/callback', base).href}</code>)}
      </p>
      <p>
        <a
          class={isGiven ? 'button' : 'button primary'}
          href={`/integrations/${view.id}/connections/${connection}/access`}
        >
          {isGiven ? words.giveAgain : words.giveAccess}
        </a>
      </p>
    </section>
  );
}

function CredentialForm({ view, state, system, fields, kept, texts, wrong }: ConnectParts) {
  const { setupConnect: words } = useWords();
  const { connection } = state;
  const connector = connectorById(view.connections[connection]?.connector ?? '');
  const problemOf = (name: string) => wrong.find(({ control }) => control === controlOf(name))?.message;
  const input = (field: CredentialField) => (
    <CredentialInput
      field={field}
      text={texts.get(controlOf(field.name)) ?? ''}
      problem={problemOf(field.name)}
      isStored={field.secret && kept.includes(field.name)}
    />
  );
  const aside = fields.filter((field) => field.aside);
  const isOpen = aside.some(({ name }) => problemOf(name) !== undefined);
  return (
    <form
      method="post"
      action={`/integrations/${view.id}/setup/connections/${connection}`}
      class="card settings"
    >
      <input type="hidden" name="revision" value={view.revision} />
      <p>{words.intro(system)}</p>
      {connector !== undefined && (
        <p>
          <a href={`/help/${connector.id}`}>{words.manual(system)}</a>
        </p>
      )}
      {fields.filter((field) => !field.aside).map(input)}
      {aside.length > 0 && (
        <details open={isOpen}>
          <summary>{words.more(system)}</summary>
          <div class="settings">
            <p class="hint">{words.moreHelp}</p>
            {aside.map(input)}
          </div>
        </details>
      )}
      <p>
        <button type="submit" class="button primary">
          {words.test}
        </button>
      </p>
    </form>
  );
}
