import { isObject, type JsonObject } from '../json.ts';
import { Refusal, wrongParameter } from './refusal.ts';

const mediaTypes = ['application/json', 'text/json'];

/** The body of a writing call: a JSON object of an accepted type (sheet 1.1). Empty where there is none. */
export async function requestBody(request: Request): Promise<JsonObject> {
  if (request.method !== 'POST' && request.method !== 'PUT') return {};
  const text = await request.text();
  const mediaType = request.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (text !== '' && !mediaTypes.includes(mediaType)) {
    throw new Refusal(415, 'UNSUPPORTED_MEDIA_TYPE', 'Unsupported media type');
  }
  const body = parsed(text);
  if (isObject(body)) return body;
  throw wrongParameter('The body is not a JSON object');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
