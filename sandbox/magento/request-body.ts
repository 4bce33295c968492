import { isObject, type Json, type JsonObject } from '../json.ts';
import { Refusal } from './refusal.ts';
import { snakeCase } from './search-query.ts';

const deepest = 40;

/** Empty without one. Names come out in snake case: both spellings are taken, also within (sheet 3). */
export async function requestBody(request: Request): Promise<JsonObject> {
  if (request.method !== 'POST' && request.method !== 'PUT') return {};
  const text = await request.text();
  const type = (request.headers.get('Content-Type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  if (text.trim() === '') return {};
  if (type === '') throw new Refusal(400, 'Content-Type header is empty.');
  if (type !== 'application/json') {
    throw new Refusal(400, 'Server cannot understand Content-Type HTTP header media type %1', [type]);
  }
  const body = parsed(text);
  if (isObject(body)) return objectInSnakeCase(body, 0);
  if (Array.isArray(body) && body.length === 0) return {};
  throw new Refusal(400, 'Decoding error.');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(400, 'Decoding error.');
  }
}

function objectInSnakeCase(object: JsonObject, depth: number): JsonObject {
  if (depth > deepest) throw new Refusal(400, 'Decoding error.');
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [snakeCase(name), inSnakeCase(value, depth + 1)]),
  );
}

function inSnakeCase(value: Json, depth: number): Json {
  if (depth > deepest) throw new Refusal(400, 'Decoding error.');
  if (Array.isArray(value)) return value.map((each) => inSnakeCase(each, depth + 1));
  return isObject(value) ? objectInSnakeCase(value, depth) : value;
}
