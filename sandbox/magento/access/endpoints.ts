import { readHeader } from '../../kit/access/oauth1.ts';
import type { Route } from '../../kit/http/route-table.ts';
import { type Endpoint, under } from '../endpoint.ts';
import { filledIn, Refusal } from '../refusal.ts';
import type { MagentoSettings } from '../settings.ts';
import type { Access } from './access.ts';

/** The admin user's token: one JSON string (sheet 2.4). */
export function tokenEndpoints({ adminTokens }: Access): Route<Endpoint>[] {
  const on = under('/V1');
  return [
    on('POST', '/integration/admin/token', null, ({ body }) => adminTokens.withPassword(body)),
    on('POST', '/tfa/provider/google/authenticate', null, ({ body }) => adminTokens.withSecondFactor(body)),
  ];
}

/** Of a path of the handshake: which token is asked for there. Null for another path. */
export function handshakeStep(path: string): 'request' | 'access' | null {
  const step = /^(?:\/index\.php)?\/oauth\/token\/(request|access)\/?$/.exec(path)?.[1];
  return step === 'request' || step === 'access' ? step : null;
}

/** The handshake of an integration: forms, not JSON (sheet 2.3). Null for another path. */
export async function handshake(
  { oauth }: Access,
  request: Request,
  path: string,
  { tokenMediaType }: MagentoSettings,
): Promise<Response | null> {
  const step = handshakeStep(path);
  if (step === null) return null;
  const form = (fields: Record<string, string>, status: number) =>
    new Response(new URLSearchParams(fields).toString(), {
      status,
      headers: { 'Content-Type': tokenMediaType },
    });
  if (request.method !== 'POST') return form({ oauth_problem: 'method_not_allowed' }, 405);
  try {
    const given = readHeader(request.headers.get('Authorization')) ?? new Map<string, string>();
    const { token, secret } = await (step === 'request'
      ? oauth.requestToken(request, given)
      : oauth.accessToken(request, given));
    return form({ oauth_token: token, oauth_token_secret: secret }, 200);
  } catch (error) {
    if (error instanceof Refusal) return form({ oauth_problem: problem(error) }, error.status);
    throw error;
  }
}

/** In one line, with its parameters in their places: several problems are listed without their full stops (M233). */
function problem({ content }: Refusal): string {
  if (content.errors.length === 0) return filledIn(content);
  return content.errors.map((each) => filledIn(each).replace(/\.$/, '')).join(', ');
}
