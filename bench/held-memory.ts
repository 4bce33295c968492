interface Target {
  readonly id: string;
  readonly webSocketDebuggerUrl: string;
}

interface HeapUsage {
  readonly usedSize: number;
  readonly backingStorageSize?: number;
}

/** Miniflare's name for the isolate of the Worker itself; its queue, KV and ways in have isolates of their own. */
const ownIsolate = /^core:user:/;
/** Now and then workerd does not answer at all. */
const answersWithinMs = 5_000;

/**
 * What the isolate of a Worker holds, its objects and consumers together, in megabytes: values and buffers that can be reached. Unlike the memory of the
 * process it has in it neither what V8 has not collected yet, nor pages of SQLite, nor Miniflare's queue and KV. Null where
 * workerd did not answer in time. `inspector`: the address of its inspector.
 */
export async function heldMegabytes({ host }: URL): Promise<number | null> {
  const targets = (await (await fetch(`http://${host}/json`)).json()) as Target[];
  const own = targets.find(({ id }) => ownIsolate.test(id));
  if (own === undefined) throw new Error(`None of ${targets.map(({ id }) => id)} is the Worker.`);
  const socket = new WebSocket(own.webSocketDebuggerUrl);
  const within = AbortSignal.timeout(answersWithinMs);
  try {
    await heard(socket, 'open', within);
    await ask(socket, 'HeapProfiler.collectGarbage', within);
    const { usedSize, backingStorageSize = 0 } = (await ask(
      socket,
      'Runtime.getHeapUsage',
      within,
    )) as HeapUsage;
    return (usedSize + backingStorageSize) / 2 ** 20;
  } catch (error) {
    if (within.aborted) return null;
    throw error;
  } finally {
    socket.close();
  }
}

async function ask(socket: WebSocket, method: string, within: AbortSignal): Promise<unknown> {
  socket.send(JSON.stringify({ id: 1, method }));
  for (;;) {
    const { data } = (await heard(socket, 'message', within)) as MessageEvent;
    const { id, result } = JSON.parse(String(data)) as { id?: number; result?: unknown };
    // What is told unasked has none.
    if (id === 1) return result;
  }
}

function heard(socket: WebSocket, event: 'open' | 'message', within: AbortSignal): Promise<Event> {
  return new Promise((resolve, reject) => {
    within.throwIfAborted();
    within.addEventListener('abort', () => reject(within.reason), { once: true });
    socket.addEventListener('error', () => reject(new Error('The inspector cannot be reached.')), {
      once: true,
    });
    socket.addEventListener(event, resolve, { once: true });
  });
}
