import { readHeader } from '../../kit/access/oauth1.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { type Endpoint, under } from '../endpoint.ts';
import { Refusal } from '../refusal.ts';
import type { Access } from './access.ts';

/** The admin user's token: one JSON string (sheet 2.4). */
export function tokenEndpoints({ adminTokens }: Access): Route<Endpoint>[] {
  const on = under('/V1');
  return [
    on('POST', '/integration/admin/token', null, ({ body }) => adminTokens.withPassword(body)),
    on('POST', '/tfa/provider/google/authenticate', null, ({ body }) => adminTokens.withSecondFactor(body)),
  ];
}

/** The handshake of a marketplace app: forms, not JSON (sheet 2.3). Null for another path. */
export async function handshake({ oauth }: Access, request: Request, path: string): Promise<Response | null> {
  const to = /^\/oauth\/token\/(request|access)\/?$/.exec(path)?.[1];
  if (to !== 'request' && to !== 'access') return null;
  if (request.method !== 'POST') return form({ oauth_problem: 'method_not_allowed' }, 405);
  try {
    const given = readHeader(request.headers.get('Authorization')) ?? new Map<string, string>();
    const { token, secret } = await oauth.exchange(request, given, to);
    return form({ oauth_token: token, oauth_token_secret: secret });
  } catch (error) {
    if (error instanceof Refusal) return form({ oauth_problem: error.message }, error.status);
    throw error;
  }
}

function form(fields: Record<string, string>, status = 200): Response {
  return new Response(new URLSearchParams(fields).toString(), {
    status,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  });
}
