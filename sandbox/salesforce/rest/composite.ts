/** Several calls in one, with references among them (sheet 3.4). It counts as one call. */
import type { Route } from '../../kit/http/route-table.ts';
import { isObject, type Json, type JsonObject, objectsIn, textIn } from '../../kit/json.ts';
import { bodyIn, type Call, type Endpoint, type Reply, reply, under } from '../endpoint.ts';
import type { Org } from '../org.ts';
import { refused } from '../refusal.ts';
import type { Dispatch } from './api.ts';
import { CollectionFailed } from './collections.ts';
import { inText, NoSuchValue, resolved } from './references.ts';

const maxParts = 25;
const maxQueries = 5;
const maxNodes = 500;
const closedHeaders = ['accept', 'authorization', 'content-type'];

/** Thrown to take everything back; it carries what is told all the same. */
class TakenBack extends Error {
  readonly failed: Reply;
  readonly place: number;

  constructor(failed: Reply, place: number) {
    super('A part failed');
    this.failed = failed;
    this.place = place;
  }
}

export function compositeEndpoints(org: Org, dispatch: Dispatch): Route<Endpoint>[] {
  const on = under('/composite', 'composite');
  return [
    on('POST', '', (call) => {
      const { compositeRequest, allOrNone, collateSubrequests: _ } = bodyIn(call);
      const parts = objectsIn(compositeRequest);
      requireParts(parts, maxParts);
      const queries = parts.filter(
        (each) => dispatch.needOf(textIn(each, 'method'), textIn(each, 'url')) === 'query or collection',
      );
      if (queries.length > maxQueries) {
        throw refused(400, 'INVALID_INPUT', `No more than ${maxQueries} queries and collections are allowed`);
      }
      return reply({ compositeResponse: carriedOut(org, dispatch, parts, call, allOrNone === true) });
    }),
    on('POST', '/graph', (call) => {
      const graphs = objectsIn(bodyIn(call).graphs);
      const count = graphs.reduce((sum, { compositeRequest }) => sum + objectsIn(compositeRequest).length, 0);
      if (count > maxNodes) throw refused(400, 'INVALID_INPUT', `No more than ${maxNodes} nodes are allowed`);
      return reply({ graphs: graphs.map((graph) => graphOf(org, dispatch, graph, call)) });
    }),
  ];
}

function graphOf(org: Org, dispatch: Dispatch, graph: JsonObject, call: Call): JsonObject {
  const parts = objectsIn(graph.compositeRequest);
  requireParts(parts, maxNodes);
  const answers = carriedOut(org, dispatch, parts, call, true);
  const isSuccessful = answers.every(({ httpStatusCode }) => Number(httpStatusCode) < 300);
  return { graphId: graph.graphId ?? null, graphResponse: { compositeResponse: answers }, isSuccessful };
}

function carriedOut(
  org: Org,
  dispatch: Dispatch,
  parts: readonly JsonObject[],
  call: Call,
  allOrNone: boolean,
): JsonObject[] {
  const names = parts.map((each) => textIn(each, 'referenceId'));
  try {
    return org.tables.transaction(() => {
      const answered = new Map<string, Json>();
      return parts.map((part, place) => {
        const answer = answerOf(dispatch, part, call, answered, allOrNone);
        if (answer.status >= 300 && allOrNone) throw new TakenBack(answer, place);
        if (answer.status < 300) answered.set(names[place] ?? '', answer.body);
        return shown(answer, names[place] ?? '');
      });
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    const { failed, place } = error;
    // A collection that failed may be told as 200, with what is wrong in its rows.
    return names.map((name, index) => shown(index === place ? withStatus(org, failed) : halted, name));
  }
}

const halted = halting(
  'The transaction was rolled back since another operation in the same transaction failed.',
);

function halting(message: string): Reply {
  return reply([{ errorCode: 'PROCESSING_HALTED', message }], 400);
}

/** Of a collection within: `rows` tells that it stands for one, whose status is a setting. */
function withStatus(org: Org, failed: Reply): Reply {
  const isCollection =
    Array.isArray(failed.body) && failed.body.some((each) => isObject(each) && 'success' in each);
  return isCollection ? { ...failed, status: org.settings().failedCollectionStatus } : failed;
}

function answerOf(
  dispatch: Dispatch,
  part: JsonObject,
  call: Call,
  answered: ReadonlyMap<string, Json>,
  allOrNone: boolean,
): Reply {
  const given = isObject(part.httpHeaders) ? part.httpHeaders : {};
  const closed = Object.keys(given).find((name) => closedHeaders.includes(name.toLowerCase()));
  if (closed !== undefined) {
    return reply(
      [{ errorCode: 'INVALID_INPUT', message: `The header ${closed} is not allowed in a subrequest` }],
      400,
    );
  }
  const headers = new Headers(call.headers);
  headers.delete('Sforce-Duplicate-Rule-Header');
  for (const [name, value] of Object.entries(given)) headers.set(name, String(value));
  try {
    const url = inText(textIn(part, 'url'), answered);
    if (!url.startsWith('/services/data/') || dispatch.needOf(textIn(part, 'method'), url) === 'composite') {
      return reply([{ errorCode: 'INVALID_INPUT', message: `${url} cannot be a subrequest` }], 400);
    }
    const body = part.body === undefined ? undefined : resolved(part.body, answered);
    return dispatch.carryOut(textIn(part, 'method'), url, body, headers, allOrNone);
  } catch (error) {
    if (error instanceof NoSuchValue) return halting(error.message);
    // Its rows are told; that they failed takes everything back.
    if (error instanceof CollectionFailed) return reply(error.rows, 400);
    throw error;
  }
}

function shown({ body, headers, status }: Reply, referenceId: string): JsonObject {
  return { body, httpHeaders: { ...headers }, httpStatusCode: status, referenceId };
}

function requireParts(parts: readonly JsonObject[], max: number): void {
  if (parts.length === 0 || parts.length > max) {
    throw refused(400, 'INVALID_INPUT', `The composite request must have between 1 and ${max} subrequests`);
  }
  const names = parts.map((each) => textIn(each, 'referenceId'));
  const isWrong = names.some((name, place) => !/^[A-Za-z]\w*$/.test(name) || names.indexOf(name) !== place);
  if (isWrong) throw refused(400, 'INVALID_INPUT', 'Every subrequest needs a referenceId of its own');
}
