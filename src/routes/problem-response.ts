import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { z } from 'zod';
import { RequestError, type RequestErrorData, type RequestErrorKind } from '../engine/request-error.ts';
import type { Issue } from '../mapping/issue.ts';
import type { Texts } from '../texts/en.ts';
import { sayProblem, tellRequest } from '../texts/tell.ts';
import { languageOf, textsFor } from './language.ts';

/** RFC 9457. `code` is stable; `issues` names every field that is wrong. */
export const problemDocument = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    issues: z
      .array(
        z.object({
          field: z.string().describe('Dotted path, such as `flows.0.settings.lines`'),
          message: z.string(),
        }),
      )
      .optional(),
  })
  .meta({ id: 'ProblemDocument' });

/** What goes into a problem document. */
interface HttpProblem extends Omit<RequestErrorData, 'kind'> {
  readonly status: number;
}

type Untold = Pick<HttpProblem, 'detail' | 'problem' | 'params'> & Partial<Pick<HttpProblem, 'code'>>;

/** A request that cannot be met, in the terms of HTTP. */
export const statusOf: Readonly<Record<RequestErrorKind, number>> = {
  'not-found': 404,
  conflict: 409,
  invalid: 400,
  refused: 422,
  unavailable: 503,
  forbidden: 403,
};

export function problemResponse(
  context: Context,
  { status, code, detail, problem, issues }: HttpProblem,
): Response {
  const document: z.infer<typeof problemDocument> = {
    type: 'about:blank',
    title: titles[status] ?? 'Error',
    status,
    code,
    detail: detailOf({ detail, problem }, textsFor(context)),
    ...(issues === undefined ? {} : { issues: issues.map(fieldIssue) }),
  };
  return context.body(JSON.stringify(document), status as ContentfulStatusCode, {
    'content-type': 'application/problem+json',
    'content-language': problem === undefined ? 'en' : languageOf(context),
  });
}

/** What could not be met, in the language of whoever asked where it can be told in that. */
export function detailOf({ code, detail, problem, params }: Untold, texts: Texts): string {
  if (problem !== undefined) return sayProblem(problem, texts);
  if (code === undefined || params === undefined) return detail;
  return tellRequest({ code, params }, texts) ?? detail;
}

function fieldIssue({ path, message }: Issue): { field: string; message: string } {
  return { field: path.join('.'), message };
}

const titles: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Unauthorised',
  403: 'Forbidden',
  404: 'Not found',
  409: 'Conflict',
  413: 'Too large',
  415: 'Unsupported media type',
  422: 'Cannot be processed',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not available',
};

/** Unexpected errors are logged by place and shown without details. */
export const onError: ErrorHandler = (error, context) => {
  if (error instanceof RequestError) {
    return problemResponse(context, { ...error.data, status: statusOf[error.data.kind] });
  }
  if (error instanceof HTTPException) {
    const code = error.status === 400 ? 'body_unreadable' : `http_${error.status}`;
    return problemResponse(context, { status: error.status, code, detail: error.message || 'Refused.' });
  }
  const overloaded = (error as { overloaded?: boolean }).overloaded === true;
  console.error(JSON.stringify({ event: 'request_failed', path: context.req.routePath, name: error.name }));
  return overloaded
    ? problemResponse(context, { status: 503, code: 'overloaded', detail: 'Too much at once; try again.' })
    : problemResponse(context, { status: 500, code: 'internal_error', detail: 'Koppel itself failed.' });
};

export function onNotFound(context: Context): Response {
  return problemResponse(context, {
    status: 404,
    code: 'not_found',
    detail: 'There is nothing at this address.',
  });
}
