import type { Connector } from '../../connectors/contract/connector.ts';
import { SetUpError, setUpFault } from '../../records/set-up-fault.ts';

/** Where developers and tests point connectors: origin and path prefix by connector id. From the environment only. */
export type BaseUrls = Readonly<Record<string, string>>;

/** Throws a SetUpError when the variable is not a JSON object of addresses. */
export function parseBaseUrls(text: string | undefined): BaseUrls {
  if (!text) return {};
  const value = parseJson(text);
  if (value === null || typeof value !== 'object' || Array.isArray(value)) {
    throw new SetUpError(setUpFault('not_addresses', {}));
  }
  return Object.fromEntries(Object.entries(value).map(([id, url]) => [id, address(id, url)]));
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function address(id: string, url: unknown): string {
  if (typeof url !== 'string' || !/^https?:/i.test(url) || !URL.canParse(url)) {
    throw new SetUpError(setUpFault('not_an_address', { id }));
  }
  return new URL(url).href.replace(/\/$/, '');
}

/** The address that a connector names, or the same path and query on the stand-in. */
export function redirected(connector: Connector, url: string, baseUrls: BaseUrls): string {
  const base = baseUrls[connector.id];
  if (base === undefined) return url;
  const original = new URL(url);
  return `${base}${original.pathname.replace(/\/$/, '')}${original.search}`;
}
