import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type { Erased } from '../engine/privacy/erase-person.ts';
import type { IntegrationView } from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import { deedBy } from '../routes/callers.ts';
import { erasePerson } from '../routes/erase-person.ts';
import { textsFor } from '../routes/language.ts';
import { integrationId } from './addresses.ts';
import { readForm } from './form.ts';
import { IntegrationFrame } from './parts/integration-frame.tsx';
import { Notice } from './parts/notice.tsx';
import { useWords } from './reader.ts';
import { PostForm } from './rights.tsx';
import { type PageContext, webPage } from './web-page.tsx';

interface Told {
  readonly erased?: Erased;
  readonly eraseError?: string;
  readonly deleteError?: string;
  /** What was typed stays. */
  readonly email?: string;
}

/** What cannot be undone: erasing a person, deleting an integration. */
export const people = new Hono<{ Bindings: Env }>();

people.get('/integrations/:integration/people', async (context) => peoplePage(context, {}));

people.post('/integrations/:integration/people', async (context) => {
  const { email, sure, cursor } = await readForm(context, 'email', 'sure', 'cursor');
  const words = textsFor(context).pages.erasing;
  const address = email.trim();
  if (!/^\S+@\S+$/.test(address) || address.length > 320) {
    return peoplePage(context, { email, eraseError: words.noEmail }, 400);
  }
  if (sure !== 'yes') {
    return peoplePage(context, { email, eraseError: words.notSure }, 400);
  }
  const from = /^\d{1,15}$/.test(cursor) ? cursor : undefined;
  const erased = await erasePerson(context.env, integrationId(context), deedBy(context), address, from);
  return peoplePage(context, { erased, ...(erased.cursor === undefined ? {} : { email }) });
});

people.post('/integrations/:integration/delete', async (context) => {
  const id = integrationId(context);
  const { confirm } = await readForm(context, 'confirm');
  if (confirm.trim() !== id) {
    const deleteError = textsFor(context).pages.deleting.unconfirmed(id);
    return peoplePage(context, { deleteError }, 400);
  }
  unwrap(await integration(context.env, id).destroy(deedBy(context)));
  return context.redirect('/?said=deleted', 303);
});

async function peoplePage(context: PageContext, told: Told, status = 200): Promise<Response> {
  const view = unwrap(await integration(context.env, integrationId(context)).view());
  return webPage(context, {
    title: `${textsFor(context).pages.erasing.title} · ${view.name}`,
    status,
    address: `/integrations/${view.id}/people`,
    body: (
      <IntegrationFrame {...view} path={`/integrations/${view.id}/people`}>
        <Erase view={view} told={told} />
        <Delete view={view} error={told.deleteError} />
      </IntegrationFrame>
    ),
  });
}

function Erase({ view, told }: { view: IntegrationView; told: Told }) {
  const { erased, eraseError, email = '' } = told;
  const words = useWords().erasing;
  return (
    <section class="card" aria-labelledby="erase">
      <h2 id="erase">{words.heading}</h2>
      <p>{words.help}</p>
      {erased !== undefined && <ErasedNotices erased={erased} />}
      {eraseError !== undefined && <Notice tone="bad">{eraseError}</Notice>}
      <PostForm action={`/integrations/${view.id}/people`} class="stack">
        <div class="control">
          <label for="email">{words.email}</label>
          <input
            id="email"
            name="email"
            type="email"
            value={email}
            required
            maxlength={320}
            autocomplete="off"
          />
        </div>
        {erased?.cursor !== undefined && <input type="hidden" name="cursor" value={erased.cursor} />}
        <label class="check">
          <input type="checkbox" name="sure" value="yes" required />
          <span>{words.sure}</span>
        </label>
        <button type="submit" class="button danger">
          {erased?.cursor === undefined ? words.erase : words.goOn}
        </button>
      </PostForm>
    </section>
  );
}

function ErasedNotices({ erased: { links, activity, unopened = 0, cursor } }: { erased: Erased }) {
  const words = useWords().erasing;
  return (
    <>
      {cursor === undefined || links + activity > 0 ? (
        <Notice tone="good">
          {links + activity === 0 ? words.nothingKept : words.erased(links, activity)}
        </Notice>
      ) : null}
      {cursor !== undefined && <Notice tone="bad">{words.unfinished}</Notice>}
      {unopened > 0 && <Notice tone="bad">{words.unopened(unopened)}</Notice>}
    </>
  );
}

function Delete({ view, error }: { view: IntegrationView; error: string | undefined }) {
  const words = useWords().deleting;
  return (
    <section class="card" aria-labelledby="delete">
      <h2 id="delete">{words.heading}</h2>
      <p>{words.help}</p>
      {error !== undefined && <Notice tone="bad">{error}</Notice>}
      <PostForm action={`/integrations/${view.id}/delete`} class="stack">
        <div class="control">
          <label for="confirm">{words.confirm(<code>{view.id}</code>)}</label>
          <input
            id="confirm"
            name="confirm"
            required
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
          />
        </div>
        <button type="submit" class="button danger">
          {words.delete}
        </button>
      </PostForm>
    </section>
  );
}
