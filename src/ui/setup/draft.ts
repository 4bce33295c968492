import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { languageOf } from '../../routes/language.ts';
import { integrationId } from '../addresses.ts';
import type { PageContext } from '../web-page.tsx';

/** Answers a page of the wizard for a draft; once a link is live, its own page is where to go on. There it says so of a form whose content comes too late. */
export async function forDraft(
  context: PageContext,
  page: (view: IntegrationView) => Promise<Response>,
): Promise<Response> {
  const view = unwrap(await integration(context.env, integrationId(context)).view(languageOf(context)));
  if (view.state === 'draft') return page(view);
  const said = context.req.method === 'POST' ? '?said=live-already' : '';
  return context.redirect(`/integrations/${view.id}${said}`, 303);
}
