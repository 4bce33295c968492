import { whole } from '../random.ts';
import type { World } from '../stand-in.ts';
import type { FaultRule } from './faults.ts';

/** Between these work is done that ends after its caller has given up. */
const minLateMs = 30_000;
const maxLateMs = 540_000;

/**
 * Answers a call that a fault hits. `work` is what the system would have done; `postpone` has it do that later, which
 * outlives the call.
 */
export async function faultyAnswer(
  rule: FaultRule,
  work: () => Promise<Response>,
  world: World,
  signal?: AbortSignal,
  postpone: (afterMs: number) => Promise<void> = async (afterMs) => {
    void world.sleep(afterMs).then(work);
  },
): Promise<Response> {
  switch (rule.kind) {
    case 'status':
      return statusAnswer(rule);
    case 'drop':
      await world.sleep(rule.ms, signal);
      return new Response(null, { status: 504 });
    case 'unanswered':
      await work();
      await world.sleep(rule.ms, signal);
      return new Response(null, { status: 504 });
    case 'slow':
      await world.sleep(rule.ms, signal);
      return work();
    case 'html':
      return errorPage();
    case 'html-after':
      await work();
      return errorPage();
    case 'truncated':
      return halfOf(await work());
    case 'late':
      await postpone(rule.afterMs ?? whole(() => world.random(), minLateMs, maxLateMs));
      if (rule.answer === 'unavailable') return new Response(null, { status: 503 });
      await world.sleep(rule.ms, signal);
      return new Response(null, { status: 504 });
    case 'empty':
      return new Response(null, { status: 200 });
  }
}

function statusAnswer(rule: Extract<FaultRule, { kind: 'status' }>): Response {
  const headers = new Headers(rule.headers);
  if (rule.body === undefined || rule.status === 204 || rule.status === 304) {
    return new Response(null, { status: rule.status, headers });
  }
  if (!headers.has('Content-Type')) headers.set('Content-Type', 'application/json');
  const body = typeof rule.body === 'string' ? rule.body : JSON.stringify(rule.body);
  return new Response(body, { status: rule.status, headers });
}

/** As recorded from Jortt, wrong media type included (sheet of Jortt, section 1: gateway errors). */
function errorPage(): Response {
  const page =
    '<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>';
  return new Response(page, { status: 502, headers: { 'Content-Type': 'application/html' } });
}

async function halfOf(answer: Response): Promise<Response> {
  const text = await answer.text();
  const headers = new Headers(answer.headers);
  headers.delete('Content-Length');
  const body = text === '' ? null : text.slice(0, Math.ceil(text.length / 2));
  return new Response(body, { status: answer.status, headers });
}
