import type { Route } from '../route-table.ts';
import type { Access } from './access.ts';
import type { Endpoint } from './endpoint.ts';
import { readHeader } from './oauth-signature.ts';
import { Refusal } from './refusal.ts';

/** The admin user's token: one JSON string (sheet 2.4). */
export function tokenEndpoints({ adminTokens }: Access): Route<Endpoint>[] {
  return [
    {
      method: 'POST',
      template: '/V1/integration/admin/token',
      handler: { resource: null, answer: ({ body }) => adminTokens.withPassword(body) },
    },
    {
      method: 'POST',
      template: '/V1/tfa/provider/google/authenticate',
      handler: { resource: null, answer: ({ body }) => adminTokens.withSecondFactor(body) },
    },
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
