import { exports } from 'cloudflare:workers';
import { adminToken } from '../support/integration-document.ts';

const origin = 'http://koppel';

interface Visit {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
}

/** A person with a browser, as far as HTTP goes: keeps the cookie, says where a form comes from. */
export class Browser {
  cookie = '';
  /** Whoever asks from the same address shares its tries to log in. */
  readonly address = crypto.randomUUID();

  keepOnly(cookie: string): void {
    this.cookie = cookie;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Visit> {
    return this.#fetch(path, { method: 'GET', headers: { accept: 'text/html', ...headers } });
  }

  post(
    path: string,
    form: Record<string, string> | [string, string][] = {},
    headers: Record<string, string> = {},
  ): Promise<Visit> {
    const own = { origin, 'sec-fetch-site': 'same-origin', accept: 'text/html' };
    return this.#fetch(path, {
      method: 'POST',
      headers: { ...own, ...headers },
      body: new URLSearchParams(form),
    });
  }

  /** A form with a file. */
  upload(path: string, form: FormData): Promise<Visit> {
    const headers = { origin, 'sec-fetch-site': 'same-origin', accept: 'text/html' };
    return this.#fetch(path, { method: 'POST', headers, body: form });
  }

  logIn(
    token = adminToken,
    form: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Visit> {
    return this.post('/login', { token, ...form }, headers);
  }

  async #fetch(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Visit> {
    const headers = { 'cf-connecting-ip': this.address, cookie: this.cookie, ...init.headers };
    const response = await exports.default.fetch(
      new Request(origin + path, { ...init, headers, redirect: 'manual' }),
    );
    const set = response.headers.get('set-cookie');
    if (set !== null) this.cookie = set.split(';')[0] ?? '';
    return { status: response.status, headers: response.headers, html: await response.text() };
  }
}

export async function loggedIn(): Promise<Browser> {
  const browser = new Browser();
  const { status } = await browser.logIn();
  if (status !== 303) throw new Error(`Logging in was answered ${status}.`);
  return browser;
}

/** What a person reads: no tags, entities decoded, blanks as one. */
export function readable(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ');
}
