import {
  Agent,
  createServer,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { requestFaults } from '../vendor/requests.ts';

/**
 * Stands between Koppel and the systems: everything goes on as it came, and is held against the vendors' descriptions on its way.
 * The faults tell method, path and what is wrong, and nothing that was sent.
 */
export class VendorProxy {
  /** Of all requests so far, each once. */
  readonly faults = new Set<string>();
  readonly #server: Server;
  readonly #systems: Readonly<Record<string, string>>;
  readonly #agent = new Agent({ keepAlive: true });

  private constructor(server: Server, systems: Readonly<Record<string, string>>) {
    this.#server = server;
    this.#systems = systems;
  }

  /** Addresses of systems, by connector. */
  static async open(systems: Readonly<Record<string, string>>): Promise<VendorProxy> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const proxy = new VendorProxy(server, systems);
    server.on('request', (incoming: IncomingMessage, response: ServerResponse) => {
      void proxy.#pass(incoming, response).catch(() => response.destroy());
    });
    return proxy;
  }

  /** Where Koppel finds the systems, by connector. */
  get addresses(): Record<string, string> {
    const { port } = this.#server.address() as AddressInfo;
    return Object.fromEntries(
      Object.keys(this.#systems).map((connector) => [connector, `http://127.0.0.1:${port}/${connector}`]),
    );
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
    this.#agent.destroy();
  }

  async #pass(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const [, connector = '', path = '/'] = /^\/([^/?]+)(.*)$/.exec(incoming.url ?? '') ?? [];
    const system = this.#systems[connector];
    if (system === undefined) throw new Error(`There is no system ${connector}.`);
    const body = await bytesOf(incoming);
    this.#check(connector, incoming, path, body);
    // With the host that was called: a signature is over it.
    const { method, headers } = incoming;
    const outgoing = request(system + path, { method, headers, agent: this.#agent });
    // Who hangs up does so to the system; who is not answered, is not.
    response.once('close', () => outgoing.destroy());
    outgoing.once('error', () => response.destroy());
    outgoing.once('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.once('error', () => response.destroy());
      answer.pipe(response);
    });
    outgoing.end(body);
  }

  #check(connector: string, { method = '' }: IncomingMessage, path: string, body: Buffer): void {
    const { pathname, searchParams } = new URL(path, 'http://system');
    const query = Object.fromEntries(searchParams);
    const sent = body.length === 0 ? undefined : parsed(body.toString());
    for (const fault of requestFaults(connector, { method, path: pathname, query, body: sent })) {
      this.faults.add(`${connector} ${fault}`);
    }
  }
}

async function bytesOf(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** What is no JSON is of no API: a form for a token. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
