import type { Child } from 'hono/jsx';
import { connectorById } from '../../connectors/registry.ts';
import { shownCredentials } from '../../engine/configuration/shown-credentials.ts';
import type { ConnectionDetailView } from '../../engine/reporting/connection-report.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { activationPath } from '../activation/card.tsx';
import { asksPeople } from '../parts/asks-people.ts';
import { ConnectionBadge } from '../parts/badge.tsx';
import { systemName, titleOf } from '../parts/system-name.ts';
import { takesActivation } from '../parts/takes-activation.ts';
import { Timestamp } from '../parts/timestamp.tsx';
import { useInWords, useTexts, useWords } from '../reader.ts';
import { Offered } from '../rights.tsx';
import { AcceptAccount } from './accept-account.tsx';
import { NeededScopes } from './needed-scopes.tsx';
import { Webhook } from './webhook.tsx';

interface CardParts {
  readonly view: IntegrationView;
  readonly connection: ConnectionDetailView;
  /** Where Koppel itself is reached. */
  readonly origin: string;
  readonly zone: string;
}

/** One connection: whose account it opens, how it is, what it may do, and when it was last in contact. */
export function ConnectionCard({ view, connection, origin, zone }: CardParts) {
  const texts = useTexts();
  const { activation, connections: words, connectionList, frame } = texts.pages;
  const { connection: name, connector, problem, hooks } = connection;
  const { credentials = {} } = view.connections[name] ?? {};
  const system = systemName(view, name);
  const isWell = problem === null && !view.problems.some((each) => each.connection === name);
  const base = `/integrations/${view.id}/connections`;
  return (
    <section class={isWell ? 'card' : 'card attention'} aria-labelledby={`connection-${name}`}>
      <div class="section-head">
        <h2 id={`connection-${name}`}>
          {titleOf(view, name)} <ConnectionBadge isWell={isWell} isTested={connection.account !== null} />
        </h2>
        {connectorById(connector) !== undefined && (
          <a href={`/help/${connector}`}>
            {frame.help} <span class="unseen">{system}</span>
          </a>
        )}
      </div>
      {!isWell && <Trouble view={view} connection={connection} zone={zone} />}
      <Account connection={connection} zone={zone} />
      <dl class="facts">
        <Fact name={words.lastCalled}>
          <When at={connection.lastCalledAt} zone={zone} />
        </Fact>
        {hooks !== null && (
          <Fact name={words.lastReceived}>
            <When at={hooks.receivedAt} zone={zone} />
          </Fact>
        )}
        {shownCredentials(connector, credentials, texts).map(({ label, value }) => (
          <Fact name={label}>
            <span class="text">{value}</span>
          </Fact>
        ))}
      </dl>
      <Webhook view={view} connection={connection} origin={origin} />
      <NeededScopes connection={connection} system={system} />
      <p class="buttons">
        {asksPeople(connector, credentials) && (
          <Offered to={`${base}/${name}/access`}>
            <a class="button" href={`${base}/${name}/access`}>
              {connectionList.giveAccess}
              <span class="unseen"> {system}</span>
            </a>
          </Offered>
        )}
        {takesActivation(connector) && (
          <Offered to={activationPath(view.id, name)}>
            <a class="button" href={activationPath(view.id, name)}>
              {activation.title(system)}
            </a>
          </Offered>
        )}
        <Offered to={`${base}/${name}`}>
          <a class="button" href={`${base}/${name}`}>
            {words.change}
            <span class="unseen"> {system}</span>
          </a>
        </Offered>
      </p>
    </section>
  );
}

function Fact({ name, children }: { name: Child; children?: Child }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function When({ at, zone }: { at: string | null; zone: string }) {
  return at === null ? <>{useWords().connections.never}</> : <Timestamp at={at} zone={zone} />;
}

/** What is wrong since when, what to do, and when it is tried again by itself. */
function Trouble({ view, connection, zone }: Omit<CardParts, 'origin'>) {
  const words = useWords().connections;
  const inWords = useInWords();
  const { connection: name, problem, health, isOtherAccount } = connection;
  const { since, nextProbeAt } = health;
  const known = view.problems.filter((each) => each.connection === name);
  const all =
    problem === null || known.some(({ code }) => code === problem.code) ? known : [problem, ...known];
  return (
    <div class="told">
      {all.map(({ message, action }) => (
        <>
          <p>{inWords(message)}</p>
          <p class="next">{inWords(action)}</p>
        </>
      ))}
      {since !== null && (
        <p>
          {words.troubleSince(<Timestamp at={since} zone={zone} />)}{' '}
          {nextProbeAt !== null && words.nextProbe(<Timestamp at={nextProbeAt} zone={zone} />)}
        </p>
      )}
      {isOtherAccount && (
        <AcceptAccount id={view.id} connection={name} back={`/integrations/${view.id}/connections`} />
      )}
    </div>
  );
}

function Account({ connection: { account, readAt }, zone }: Pick<CardParts, 'connection' | 'zone'>) {
  const words = useWords().connections;
  if (account === null) return <p class="quiet">{words.notRead}</p>;
  return (
    <dl class="facts">
      <Fact name={words.account}>
        <strong class="text">{account.name}</strong>
      </Fact>
      <Fact name={words.currency}>{account.currency}</Fact>
      <Fact name={words.country}>{account.country ?? words.untold}</Fact>
      <Fact name={words.timeZone}>
        <span class="text">{account.timeZone.replaceAll('_', ' ')}</span>
      </Fact>
      <Fact name={words.readAt}>
        <When at={readAt} zone={zone} />
      </Fact>
    </dl>
  );
}
