import { Hono } from 'hono';
import { type Answer, unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { SolvedView } from '../../engine/reporting/problem-views.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { leftOutWhys } from '../../texts/left-out-why.ts';
import { integrationId, rowOf } from '../addresses.ts';
import { readForm } from '../form.ts';
import { timeZoneOf } from '../parts/timestamp.tsx';
import { type PageContext, webPage } from '../web-page.tsx';
import { DeskFrame } from './frame.tsx';
import { showDesk } from './show-desk.tsx';
import { solve } from './solve.ts';
import { Solved } from './solved.tsx';
import { fromOf, readTyped } from './typed.ts';

/** The problem desk of a link: what needs somebody, by cause, with what solves it; and what was solved. */
export const deskPages = new Hono<{ Bindings: Env }>();

const base = '/integrations/:integration/problems';

deskPages.get(base, (context) => showDesk(context, { from: fromOf(context.req.query('from')) }));

deskPages.get(`${base}/solved`, async (context) => {
  const object = integration(context.env, integrationId(context));
  const language = languageOf(context);
  const [view, solved] = await Promise.all([
    object.view(language).then(unwrap<IntegrationView>),
    object.solved(language).then(unwrap<SolvedView>),
  ]);
  const { desk: words } = textsFor(context).pages;
  return webPage(context, {
    title: `${words.title}: ${words.solved} · ${view.name}`,
    body: (
      <DeskFrame view={view} tab="solved" said={context.req.query('said')}>
        <Solved id={view.id} solved={solved} zone={timeZoneOf(context)} />
      </DeskFrame>
    ),
  });
});

deskPages.post(`${base}/solve`, async (context) => {
  const typed = await readTyped(context);
  const { from, more } = typed;
  if (more !== null) return showDesk(context, { from, tried: { ...typed, wrong: [] } });
  const solving = await solve(context, typed);
  switch (solving.kind) {
    case 'done':
      return context.redirect(`${deskOf(context)}?said=solved`, 303);
    case 'wrong':
      return showDesk(context, { from, tried: { ...typed, wrong: solving.wrong }, status: 400 });
    case 'meanwhile':
      return showDesk(context, { from, tried: { ...typed, wrong: [] }, isOvertaken: true, status: 409 });
    case 'over':
      return over(context, from);
  }
});

deskPages.post(`${base}/retry`, async (context) => {
  const { problem, from } = await readTyped(context);
  const object = integration(context.env, integrationId(context));
  return after(context, await object.retryCause(problem, deedBy(context)), from, 'retried');
});

deskPages.post(`${base}/skip`, async (context) => {
  const typed = await readTyped(context);
  const { problem, from } = typed;
  const why = leftOutWhys.find((each) => each === typed.why);
  const { desk: words } = textsFor(context).pages;
  if (why === undefined) {
    const wrong = [{ control: 'why', label: words.why, message: words.noWhy }];
    return showDesk(context, { from, tried: { ...typed, wrong }, status: 400 });
  }
  const object = integration(context.env, integrationId(context));
  return after(context, await object.leaveOutCause(problem, why, deedBy(context)), from, 'skipped');
});

deskPages.post(`${base}/unskip`, async (context) => {
  const { remedy } = await readForm(context, 'remedy');
  const object = integration(context.env, integrationId(context));
  const answer = await object.takeBackCause(rowOf(remedy, 'remedy'), deedBy(context));
  return after(context, answer, 0, 'unskipped');
});

/** A redirect, so that reloading repeats nothing; where nothing waits for it any more, the list as it is now. */
function after(context: PageContext, answer: Answer<unknown>, from: number, said: string) {
  if (!answer.ok && answer.error.code === 'cause_over') return over(context, from);
  unwrap(answer);
  return context.redirect(`${deskOf(context)}?said=${said}`, 303);
}

function over(context: PageContext, from: number): Promise<Response> {
  return showDesk(context, { from, refused: textsFor(context).requests.cause_over(), status: 409 });
}

function deskOf(context: PageContext): string {
  return `/integrations/${integrationId(context)}/problems`;
}
