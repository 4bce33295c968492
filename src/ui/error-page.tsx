import type { ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { RequestError } from '../engine/request-error.ts';
import type { Env } from '../env.ts';
import { textsFor } from '../routes/language.ts';
import { detailOf, onNotFound, statusOf } from '../routes/problem-response.ts';
import { type PageContext, webPage } from './web-page.tsx';

interface Fault {
  readonly status: number;
  readonly title: string;
  readonly detail: string;
}

/** Shows errors of pages as pages. Unexpected ones are logged by place and shown without details. */
export const onPageError: ErrorHandler<{ Bindings: Env }> = (error, context) => {
  if (error instanceof RequestError) {
    const { kind } = error.data;
    const detail = detailOf(error.data, textsFor(context));
    const status = statusOf[kind];
    return errorPage(context, { status, title: titles[status] ?? 'That did not work', detail });
  }
  if (error instanceof HTTPException) return errorPage(context, refusal(error.status));
  console.error(JSON.stringify({ event: 'page_failed', path: context.req.routePath, name: error.name }));
  return (error as { overloaded?: boolean }).overloaded === true
    ? errorPage(context, { status: 503, title: 'Busy', detail: 'Koppel is busy. Try again in a moment.' })
    : errorPage(context, {
        status: 500,
        title: 'Koppel itself failed',
        detail: 'The error has been logged. Try again.',
      });
};

/** Browsers get a page; everything that asks for data, and the API, a problem document. */
export function onNothingFound(context: PageContext): Response | Promise<Response> {
  const path = new URL(context.req.url).pathname;
  const wantsPage = (context.req.header('accept') ?? '').includes('text/html');
  if (!wantsPage || /^\/(api|hooks)(\/|$)/.test(path)) return onNotFound(context);
  return errorPage(context, {
    status: 404,
    title: 'Not found',
    detail: 'There is nothing at this address.',
  });
}

export function errorPage(context: PageContext, { status, title, detail }: Fault): Promise<Response> {
  return webPage(context, {
    title,
    status,
    body: (
      <section class="narrow card">
        <p class="error-code">{String(status)}</p>
        <h1>{title}</h1>
        <p>{detail}</p>
        <p>
          <a href={previousPage(context)}>Go back</a>
        </p>
      </section>
    ),
  });
}

/** The integration that the error is about, unless that page itself failed. */
function previousPage(context: PageContext): string {
  const path = new URL(context.req.url).pathname;
  return /^(\/integrations\/[a-z0-9-]{1,40})\/./.exec(path)?.[1] ?? '/';
}

function refusal(status: number): Fault {
  switch (status) {
    case 403:
      return {
        status,
        title: 'Refused',
        detail:
          'This form was not sent from a page of this site. Open the page again and send it from there.',
      };
    case 413:
      return { status, title: 'Too large', detail: 'What was sent is larger than 1 MiB.' };
    default:
      return { status, title: 'Refused', detail: 'This request cannot be read.' };
  }
}

const titles: Readonly<Record<number, string>> = {
  404: 'Not found',
  409: 'Not possible now',
  422: 'Refused',
  503: 'Not available',
};
