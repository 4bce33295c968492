import { createServer } from 'node:net';

/** Koppel's port, and the next one for the sandbox. */
export interface Ports {
  readonly koppel: number;
  readonly sandbox: number;
}

/** Reads `PORT`. Throws a sentence for whoever started it. */
export function portsFrom(text: string | undefined): Ports {
  const koppel = Number(text ?? 8787);
  if (!/^\d+$/.test(text ?? '8787') || koppel < 1 || koppel > 65_534) {
    throw new Error(`PORT must be a number from 1 to 65534; it is "${text}".`);
  }
  return { koppel, sandbox: koppel + 1 };
}

/** Throws a sentence that names the port which another program has, and how to take another. */
export async function checkFree({ koppel, sandbox }: Ports): Promise<void> {
  for (const port of [koppel, sandbox]) {
    if (await isFree(port)) continue;
    const other = koppel + 10 > 65_534 ? 8787 : koppel + 10;
    throw new Error(
      `Port ${port} is taken by another program, perhaps by a Koppel that still runs. Stop it, or start with another port: PORT=${other} npm start (it takes that one and the next).`,
    );
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
