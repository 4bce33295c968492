/** The body of a request. Each system decides what of it to refuse, and in which words. */
interface JsonBody {
  /** Bytes that are not UTF-8 are replaced. */
  readonly text: string;
  readonly isUtf8: boolean;
  /** In lower case and without parameters; empty when the request names none. */
  readonly mediaType: string;
  /** Undefined when the text is not JSON. */
  readonly json: unknown;
}

export async function readJsonBody(request: Request): Promise<JsonBody> {
  const bytes = await request.arrayBuffer();
  const mediaType = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  const text = new TextDecoder().decode(bytes);
  return { text, isUtf8: isUtf8(bytes), mediaType, json: parsed(text) };
}

/** Only these verbs have a body that is read. */
export function hasBody({ method }: Request): boolean {
  return method === 'POST' || method === 'PUT';
}

function isUtf8(bytes: ArrayBuffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
