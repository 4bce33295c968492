import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { ActivationOutcome } from '../../engine/connection/activations.ts';
import type { Env } from '../../env.ts';
import { identityPath } from '../../routes/activation-addresses.ts';
import { activationIn } from '../../routes/activations.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { Notice } from '../parts/notice.tsx';
import { useWords } from '../reader.ts';
import { webPage } from '../web-page.tsx';

/**
 * Where a system sends the browser of whoever activated it, who need not be known to Koppel: the secret of the address shows what came of
 * it, and nothing else.
 */
export const activated = new Hono<{ Bindings: Env }>();

activated.get(identityPath, async (context) => {
  const { integration: id, connection, secret } = await activationIn(context);
  const { search } = new URL(context.req.url);
  const outcome: ActivationOutcome = unwrap(
    await integration(context.env, id).activationOutcome(connection, secret, search, languageOf(context)),
  );
  const { pages } = textsFor(context);
  const base = `/integrations/${id}`;
  const own = outcome.isDraft ? `${base}/setup/connections/${connection}` : `${base}/connections`;
  const title = titleOf(outcome, pages.activation);
  const isWrong = outcome.state === 'waiting' || outcome.state === 'over';
  return webPage(context, {
    title: isWrong ? pages.parts.errorTitle(title) : title,
    body: <Outcome outcome={outcome} title={title} own={own} />,
  });
});

type Words = ReturnType<typeof useWords>['activation'];

function titleOf({ state, system }: ActivationOutcome, words: Words): string {
  return state === 'done' ? words.connected(system) : words.notConnected(system);
}

function Outcome({ outcome, title, own }: { outcome: ActivationOutcome; title: string; own: string }) {
  const { activation: words, access } = useWords();
  const { state, problem, back, system } = outcome;
  return (
    <section class="narrow card">
      <h1>{title}</h1>
      {state === 'done' && <Notice tone="good">{words.close}</Notice>}
      {state === 'under-way' && <Notice tone="quiet">{words.underWay(system)}</Notice>}
      {problem !== null && (
        <Notice tone="bad">
          {problem.message} <span class="next">{problem.action}</span>
        </Notice>
      )}
      {state === 'waiting' && problem === null && <Notice tone="bad">{words.unheard(system)}</Notice>}
      {state === 'over' && <Notice tone="quiet">{words.over}</Notice>}
      <p class="buttons">
        {back !== null && (
          <a class="button primary" href={back}>
            {words.backTo(system)}
          </a>
        )}
        <a class="button" href={own}>
          {access.open}
        </a>
      </p>
    </section>
  );
}
