import { conflict } from '../request-error.ts';
import type { LocalPorts } from './local-ports.ts';
import type { Ports } from './ports.ts';

type PortName = keyof Ports;

/** One call of a port: what goes over an RPC. */
export type PortCall = {
  readonly [Name in PortName]: {
    readonly port: Name;
    readonly args: Parameters<Ports[Name]>;
    /** Of the credentials that the session was opened with; null before it was. */
    readonly mark: string | null;
  };
}[PortName];

/** Ports at the other end of an RPC. */
export function remotePorts(send: (call: PortCall) => Promise<unknown>): Ports {
  let mark: string | null = null;
  const over = <Name extends PortName>(port: Name): Ports[Name] =>
    ((...args: unknown[]) => send({ port, args, mark } as unknown as PortCall)) as Ports[Name];
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

/** The longest lease of a session elsewhere: it may die without giving anything back. */
const maxLeaseMs = 60_000;

/**
 * Answers a call of `remotePorts`. Throws `credentials_changed` when the session was opened with earlier credentials: what
 * it learned may belong to another account. It may still give back permits, because the system counts every call.
 */
export async function servePort(ports: LocalPorts, call: PortCall): Promise<unknown> {
  if (call.port !== 'open' && call.port !== 'settle' && call.mark !== ports.mark) {
    throw conflict('credentials_changed', 'The credentials of this connection have changed.');
  }
  switch (call.port) {
    case 'open':
      return ports.open();
    case 'token':
      return ports.token(...call.args);
    case 'lease': {
      const [request] = call.args;
      return ports.lease({ ...request, forMs: Math.min(request.forMs ?? maxLeaseMs, maxLeaseMs) });
    }
    case 'settle':
      return ports.settle(...call.args);
    case 'report':
      return ports.report(...call.args);
    case 'account':
      return ports.account();
    case 'keepAccount':
      return ports.keepAccount(...call.args);
  }
}
