import type { Ports } from './ports.ts';

export type PortName = keyof Ports;

/** One call of a port: what goes over an RPC. */
export type PortCall = {
  readonly [Name in PortName]: { readonly port: Name; readonly given: Parameters<Ports[Name]> };
}[PortName];

/** Ports at the other end of an RPC. */
export function remotePorts(send: (call: PortCall) => Promise<unknown>): Ports {
  const over = <Name extends PortName>(port: Name): Ports[Name] =>
    ((...given: unknown[]) => send({ port, given } as unknown as PortCall)) as Ports[Name];
  return {
    open: over('open'),
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

/** The other end of it. */
export function servePort(ports: Ports, call: PortCall): Promise<unknown> {
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
