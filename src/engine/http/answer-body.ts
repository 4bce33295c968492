import { isNestedWithin } from './nesting.ts';
import { masked, minSecretLength, textsIn } from './secrets.ts';

const maxBytes = 8_000_000;
const pieceBytes = 65_536;
/** No record is nested like this. */
const maxDepth = 64;
/** A refusal has a few sentences. The rest is not read, because patterns over very long texts take too long. */
const maxRefusalLength = 2_000;
const maxRefusalEntries = 50;

export interface AnswerBody {
  /** Parsed JSON, or the text where it was none. */
  readonly body: unknown;
  readonly isJson: boolean;
  /** The same, as it may be kept and told: without the secrets that the call was made with. */
  readonly shown: unknown;
  /** False: it is a success that the system did not sign as its own. */
  readonly isOwn: boolean;
}

/**
 * Reads an answer within bounds, because the sender may be hostile. Of a refusal only the words that may be shown are kept. `isOwn` is asked of
 * the text of a success, as it came.
 */
export async function readBody(
  response: Response,
  secrets: readonly string[],
  isOwn: (text: string) => boolean,
): Promise<AnswerBody> {
  const text = await readText(response);
  const { body, isJson } = parse(text);
  // JSON may write any character in another way: "\/", "\u002B".
  const plain = text.includes('\\') ? textsIn(body).join('\n') : text;
  const repeated = secrets.filter((secret) => secret.length >= minSecretLength && plain.includes(secret));
  const shown = repeated.length === 0 ? body : masked(body, repeated);
  if (response.ok) return { body, isJson, shown, isOwn: isOwn(text) };
  const refusal = shortened(shown);
  return { body: refusal, isJson, shown: refusal, isOwn: true };
}

/**
 * Reads no more than it may, whatever length the answer gives itself. Throws when there is more. The pieces are as long as they come:
 * without a buffer of its own workerd hands out 4 KB at a time, and a list of a hundred products is some hundred of them.
 */
export async function readText(response: Response, most = maxBytes): Promise<string> {
  const decoder = new TextDecoder();
  const reader = response.body?.getReader({ mode: 'byob' });
  if (reader === undefined) return '';
  let buffer = new Uint8Array(pieceBytes);
  let bytes = 0;
  let text = '';
  for (;;) {
    const { value, done } = await reader.read(buffer);
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > most) {
      void reader.cancel().catch(() => undefined);
      throw new Error('answer too large');
    }
    text += decoder.decode(value, { stream: true });
    buffer = new Uint8Array(value.buffer);
  }
}

/** An empty body is an answer without contents; what is no JSON, or none that a system would send, is kept as text. */
function parse(text: string): Pick<AnswerBody, 'body' | 'isJson'> {
  if (text === '') return { body: null, isJson: true };
  try {
    const body: unknown = JSON.parse(text);
    if (isNestedWithin(body, maxDepth)) return { body, isJson: true };
  } catch {
    // It is no JSON.
  }
  return { body: text, isJson: false };
}

function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, maxRefusalLength);
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.slice(0, maxRefusalEntries).map(shortened);
  const entries = Object.entries(value).slice(0, maxRefusalEntries);
  return Object.fromEntries(entries.map(([name, each]) => [name, shortened(each)]));
}
