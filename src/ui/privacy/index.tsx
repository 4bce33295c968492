import { Hono } from 'hono';
import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { Erased, FoundPerson } from '../../engine/privacy/erase-person.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import type { Env } from '../../env.ts';
import { deedBy } from '../../routes/callers.ts';
import { languageOf, textsFor } from '../../routes/language.ts';
import { erasePerson, findPerson } from '../../routes/people.ts';
import { detailOf, statusOf } from '../../routes/problem-response.ts';
import { integrationId } from '../addresses.ts';
import { readForm } from '../form.ts';
import { ErrorSummary, type Wrong } from '../parts/error-summary.tsx';
import { IntegrationFrame } from '../parts/integration-frame.tsx';
import { Saying } from '../parts/notice.tsx';
import { documentOf } from '../settings/flow-form.ts';
import { type PageContext, webPage } from '../web-page.tsx';
import { DeleteLink } from './delete.tsx';
import { ErasePerson } from './erase.tsx';
import { Retention } from './retention.tsx';

/** What a page tells after a form was sent. What was typed stays. */
export interface Told {
  readonly wrong?: readonly Wrong[];
  readonly email?: string;
  readonly found?: FoundPerson;
  readonly erased?: Erased;
  readonly days?: string;
}

/** What is kept of people and how long, and what cannot be undone: erasing a person, deleting a link. */
export const privacyPages = new Hono<{ Bindings: Env }>();

const path = '/integrations/:integration/privacy';
const maxDays = 365;

privacyPages.get(path, (context) => privacyPage(context, {}));

/** Where it was before. */
privacyPages.get('/integrations/:integration/people', (context) =>
  context.redirect(`/integrations/${integrationId(context)}/privacy`, 301),
);

/** Looks first; erases what was found when that is confirmed. */
privacyPages.post(path, async (context) => {
  const form = await readForm(context, 'email', 'do', 'sure', 'cursor');
  const { erasing: words } = textsFor(context).pages;
  const [id, email] = [integrationId(context), form.email.trim()];
  if (!/^\S+@\S+$/.test(email) || email.length > 320) {
    const wrong = [{ control: 'email', label: words.email, message: words.noEmail }];
    return privacyPage(context, { email: form.email, wrong }, 400);
  }
  const cursor = /^\d{1,15}$/.test(form.cursor) ? form.cursor : undefined;
  if (form.do !== 'erase') {
    return privacyPage(context, { email, found: await findPerson(context.env, id, email, cursor) });
  }
  if (form.sure !== 'yes') {
    const wrong = [{ control: 'sure', label: words.sureLabel, message: words.notSure }];
    return privacyPage(context, { email, found: await findPerson(context.env, id, email), wrong }, 400);
  }
  const erased = await erasePerson(context.env, id, deedBy(context), email, cursor);
  return privacyPage(context, { erased, ...(erased.cursor === undefined ? {} : { email }) });
});

privacyPages.post(`${path}/retention`, async (context) => {
  const { days, revision } = await readForm(context, 'days', 'revision');
  const texts = textsFor(context);
  const { retention: words } = texts.pages;
  const number = /^\d{1,3}$/.test(days.trim()) ? Number(days) : Number.NaN;
  const wrong = (message: string) => [{ control: 'days', label: words.days, message }];
  if (!(number <= maxDays)) {
    return privacyPage(context, { days, wrong: wrong(words.notDays(maxDays)) }, 400);
  }
  const object = integration(context.env, integrationId(context));
  const language = languageOf(context);
  const view = unwrap(await object.view(language));
  const answer = await object.configure(
    { ...documentOf(view), retentionDays: number },
    { revision: revision === '' ? view.revision : revision, by: deedBy(context), language },
  );
  if (answer.ok) return context.redirect(`/integrations/${view.id}/privacy?said=saved`, 303);
  const told = { days, wrong: wrong(detailOf(answer.error, texts)) };
  return privacyPage(context, told, statusOf[answer.error.kind]);
});

privacyPages.post('/integrations/:integration/delete', async (context) => {
  const id = integrationId(context);
  const { confirm } = await readForm(context, 'confirm');
  const { deleting: words } = textsFor(context).pages;
  const { name }: IntegrationView = unwrap(await integration(context.env, id).view(languageOf(context)));
  if (![id, name.trim()].includes(confirm.trim())) {
    const wrong = [{ control: 'confirm', label: words.heading, message: words.unconfirmed(name) }];
    return privacyPage(context, { wrong }, 400);
  }
  unwrap(await integration(context.env, id).destroy(deedBy(context)));
  return context.redirect('/?said=deleted', 303);
});

async function privacyPage(context: PageContext, told: Told, status = 200): Promise<Response> {
  const object = integration(context.env, integrationId(context));
  const view = unwrap(await object.view(languageOf(context)));
  const { frame, parts } = textsFor(context).pages;
  const address = `/integrations/${view.id}/privacy`;
  const title = `${frame.privacy} · ${view.name}`;
  return webPage(context, {
    title: status === 200 ? title : parts.errorTitle(title),
    status,
    address,
    body: (
      <IntegrationFrame {...view} path={address}>
        <Saying code={context.req.query('said')} />
        <ErrorSummary wrong={told.wrong ?? []} />
        <ErasePerson id={view.id} told={told} />
        <Retention view={view} typed={told.days} isWrong={isWrong(told, 'days')} />
        <DeleteLink id={view.id} name={view.name} isWrong={isWrong(told, 'confirm')} />
      </IntegrationFrame>
    ),
  });
}

function isWrong({ wrong = [] }: Told, field: string): boolean {
  return wrong.some(({ control }) => control === field);
}
