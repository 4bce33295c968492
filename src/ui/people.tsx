import { Hono } from 'hono';
import { unwrap } from '../../durable-objects/answer.ts';
import { integration } from '../../durable-objects/integration-client.ts';
import type { Erased } from '../engine/privacy/erase-person.ts';
import type { IntegrationView } from '../engine/reporting/views.ts';
import type { Env } from '../env.ts';
import { erasePerson } from '../routes/erase-person.ts';
import { integrationId } from './addresses.ts';
import { readForm } from './form.ts';
import { IntegrationFrame } from './parts/integration-frame.tsx';
import { Notice } from './parts/notice.tsx';
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
  const address = email.trim();
  if (!/^\S+@\S+$/.test(address) || address.length > 320) {
    return peoplePage(context, { email, eraseError: 'Enter an e-mail address.' }, 400);
  }
  if (sure !== 'yes') {
    return peoplePage(context, { email, eraseError: 'Confirm that this cannot be undone.' }, 400);
  }
  const from = /^\d{1,15}$/.test(cursor) ? cursor : undefined;
  const erased = await erasePerson(context.env, integrationId(context), address, from);
  return peoplePage(context, { erased, ...(erased.cursor === undefined ? {} : { email }) });
});

people.post('/integrations/:integration/delete', async (context) => {
  const id = integrationId(context);
  const { confirm } = await readForm(context, 'confirm');
  if (confirm.trim() !== id) {
    return peoplePage(context, { deleteError: `Nothing was deleted: type “${id}” to confirm.` }, 400);
  }
  unwrap(await integration(context.env, id).destroy());
  return context.redirect('/?said=deleted', 303);
});

async function peoplePage(context: PageContext, told: Told, status = 200): Promise<Response> {
  const view = unwrap(await integration(context.env, integrationId(context)).view());
  return webPage(context, {
    title: `Erase and delete · ${view.name}`,
    status,
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
  return (
    <section class="card" aria-labelledby="erase">
      <h2 id="erase">Erase a person</h2>
      <p>
        Deletes what this integration keeps of a person: the links to their customer record, the activity of
        their orders, and what else was kept that names their address. What stands in the shop and in the
        books stays there.
      </p>
      {erased !== undefined && <ErasedNotices erased={erased} />}
      {eraseError !== undefined && <Notice tone="bad">{eraseError}</Notice>}
      <form method="post" action={`/integrations/${view.id}/people`} class="stack">
        <div class="control">
          <label for="email">E-mail address</label>
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
          <span>Erase this person. I know that it cannot be undone.</span>
        </label>
        <button type="submit" class="button danger">
          {erased?.cursor === undefined ? 'Erase' : 'Go on'}
        </button>
      </form>
    </section>
  );
}

function ErasedNotices({ erased: { links, activity, unopened = 0, cursor } }: { erased: Erased }) {
  return (
    <>
      {cursor === undefined || links + activity > 0 ? (
        <Notice tone="good">
          {links + activity === 0
            ? 'Nothing was kept about this person.'
            : `Erased: ${counted(links, 'link')} and ${counted(activity, 'record')} of activity.`}
        </Notice>
      ) : null}
      {cursor !== undefined && (
        <Notice tone="bad">Not everything was looked into yet: there is much of it. Press “Go on”.</Notice>
      )}
      {unopened > 0 && (
        <Notice tone="bad">
          {`${counted(unopened, 'record')} could not be opened: the key that sealed them is not set. Set it as ENCRYPTION_KEY_PREVIOUS and erase the person again.`}
        </Notice>
      )}
    </>
  );
}

function Delete({ view, error }: { view: IntegrationView; error: string | undefined }) {
  return (
    <section class="card" aria-labelledby="delete">
      <h2 id="delete">Delete this integration</h2>
      <p>
        Deletes its configuration, credentials, tasks, links and activity. Orders that were booked stay
        booked, but Koppel will not know of them any more.
      </p>
      {error !== undefined && <Notice tone="bad">{error}</Notice>}
      <form method="post" action={`/integrations/${view.id}/delete`} class="stack">
        <div class="control">
          <label for="confirm">
            Type <code>{view.id}</code> to confirm
          </label>
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
          Delete the integration
        </button>
      </form>
    </section>
  );
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
