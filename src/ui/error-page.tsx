import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { RequestError } from '../engine/request-error.ts';
import type { Env } from '../env.ts';
import { pageLanguage, textsFor } from '../routes/language.ts';
import { detailOf, onNotFound, statusOf } from '../routes/problem-response.ts';
import type { Texts } from '../texts/en.ts';
import { pageAbove } from './addresses.ts';
import { type PageContext, webPage } from './web-page.tsx';

type Words = Texts['pages']['errors'];

interface Fault {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** Shows errors of pages as pages. Unexpected ones are logged by place and shown without details. */
export const onPageError: ErrorHandler<{ Bindings: Env }> = (error, context) => {
  const words = textsFor(context).pages.errors;
  if (error instanceof RequestError) {
    const { kind } = error.data;
    const detail = detailOf(error.data, textsFor(context));
    const status = statusOf[kind];
    return errorPage(context, { status, title: titleOf(status, words), detail });
  }
  if (error instanceof HTTPException) return errorPage(context, refusal(error.status, words));
  console.error(JSON.stringify({ event: 'page_failed', path: context.req.routePath, name: error.name }));
  return (error as { overloaded?: boolean }).overloaded === true
    ? errorPage(context, { status: 503, title: words.busy, detail: words.busyDetail })
    : errorPage(context, { status: 500, title: words.own, detail: words.ownDetail });
};

/** Browsers get a page; everything that asks for data, and the API, a problem document. */
export async function onNothingFound(context: PageContext): Promise<Response> {
  const path = new URL(context.req.url).pathname;
  const wantsPage = (context.req.header('accept') ?? '').includes('text/html');
  if (!wantsPage || /^\/(api|hooks|activations)(\/|$)/.test(path)) return onNotFound(context);
  await pageLanguage(context, async () => undefined);
  const words = textsFor(context).pages.errors;
  return errorPage(context, { status: 404, title: words.notFound, detail: words.nothingHere });
}

export function errorPage(context: PageContext, { status, title, detail }: Fault): Promise<Response> {
  const path = new URL(context.req.url).pathname;
  const above = pageAbove(path);
  return webPage(context, {
    title,
    status,
    // Without its query: what an address brought that was refused is not sent on.
    address: context.req.method === 'GET' ? path : above,
    body: (
      <section class="narrow card">
        <p class="error-code">{String(status)}</p>
        <h1>{title}</h1>
        <p>{detail}</p>
        <p>
          <a href={above}>{textsFor(context).pages.errors.back}</a>
        </p>
      </section>
    ),
  });
}

function refusal(status: number, words: Words): Fault {
  switch (status) {
    case 403:
      return { status, title: words.refused, detail: words.foreign };
    case 413:
      return { status, title: words.tooLarge, detail: words.tooLargeDetail };
    default:
      return { status, title: words.refused, detail: words.unreadable };
  }
}

function titleOf(status: number, words: Words): string {
  switch (status) {
    case 404:
      return words.notFound;
    case 409:
      return words.notNow;
    case 403:
    case 422:
      return words.refused;
    case 503:
      return words.notAvailable;
    default:
      return words.failed;
  }
}
