import { conflict } from '../request-error.ts';
import type { LocalPorts } from './local-ports.ts';
import type { Ports } from './ports.ts';

export type PortName = keyof Ports;

/** One call of a port: what goes over an RPC. */
export type PortCall = {
  readonly [Name in PortName]: {
    readonly port: Name;
    readonly given: Parameters<Ports[Name]>;
    /** Of the credentials that the session was opened with; null before it was. */
    readonly mark: string | null;
  };
}[PortName];

/** Ports at the other end of an RPC. */
export function remotePorts(send: (call: PortCall) => Promise<unknown>): Ports {
  let mark: string | null = null;
  const over = <Name extends PortName>(port: Name): Ports[Name] =>
    ((...given: unknown[]) => send({ port, given, mark } as unknown as PortCall)) as Ports[Name];
  const open = over('open');
  return {
    open: async () => {
      const opened = await open();
      if (opened.ok) mark = opened.value.mark;
      return opened;
    },
    token: over('token'),
    lease: over('lease'),
    settle: over('settle'),
    report: over('report'),
    account: over('account'),
    keepAccount: over('keepAccount'),
  };
}

/** Whoever is at the other end may die alone: so long at the most it begins calls with what it leased. */
const maxLeaseMs = 60_000;

/**
 * The other end of it. Throws `credentials_changed` to a session with credentials of before: what it learned may be of
 * another account. Permits it may still give back, for the system counts whoever calls.
 */
export async function servePort(ports: LocalPorts, call: PortCall): Promise<unknown> {
  if (call.port !== 'open' && call.port !== 'settle' && call.mark !== ports.mark) {
    throw conflict('credentials_changed', 'The credentials of this connection are others now.');
  }
  switch (call.port) {
    case 'open':
      return ports.open();
    case 'token':
      return ports.token(...call.given);
    case 'lease': {
      const [request] = call.given;
      return ports.lease({ ...request, forMs: Math.min(request.forMs ?? maxLeaseMs, maxLeaseMs) });
    }
    case 'settle':
      return ports.settle(...call.given);
    case 'report':
      return ports.report(...call.given);
    case 'account':
      return ports.account();
    case 'keepAccount':
      return ports.keepAccount(...call.given);
  }
}
