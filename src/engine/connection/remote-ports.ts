import type { Account } from '../../connectors/contract/account.ts';
import { conflict } from '../request-error.ts';
import type { LocalPorts } from './local-ports.ts';
import type { Opened, Ports, Result } from './ports.ts';

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

/** What a session begins with, where that is known without asking. */
export interface Beginning {
  readonly opened: Result<Opened>;
  readonly account: Account | null;
}

/** Ports at the other end of an RPC. What is known of `beginning` is not asked for. */
export function remotePorts(send: (call: PortCall) => Promise<unknown>, beginning?: Beginning): Ports {
  let mark: string | null = null;
  const over = <Name extends PortName>(port: Name): Ports[Name] =>
    ((...args: unknown[]) => send({ port, args, mark } as unknown as PortCall)) as Ports[Name];
  const open = beginning === undefined ? over('open') : async () => beginning.opened;
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
    account: beginning === undefined ? over('account') : async () => beginning.account,
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
    throw conflict('credentials_changed', {});
  }
  switch (call.port) {
    case 'open':
      return ports.open();
    case 'token':
      return ports.token(...call.args);
    case 'lease': {
      const [request, ended] = call.args;
      return ports.lease({ ...request, forMs: Math.min(request.forMs ?? maxLeaseMs, maxLeaseMs) }, ended);
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
