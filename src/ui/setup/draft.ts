import { unwrap } from '../../../durable-objects/answer.ts';
import { integration } from '../../../durable-objects/integration-client.ts';
import type { IntegrationView } from '../../engine/reporting/views.ts';
import { languageOf } from '../../routes/language.ts';
import { integrationId } from '../addresses.ts';
import type { PageContext } from '../web-page.tsx';

/** Answers a page of the wizard for a draft; once a link is live, its own page is where to go on. */
export async function forDraft(
  context: PageContext,
  page: (view: IntegrationView) => Promise<Response>,
): Promise<Response> {
  const view = unwrap(await integration(context.env, integrationId(context)).view(languageOf(context)));
  return view.state === 'draft' ? page(view) : context.redirect(`/integrations/${view.id}`, 303);
}
