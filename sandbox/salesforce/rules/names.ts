import { type JsonObject, textIn } from '../../kit/json.ts';

/** First, middle and last name, and what comes behind. */
export function fullName(fields: JsonObject): string {
  return ['FirstName', 'MiddleName', 'LastName', 'Suffix']
    .map((name) => textIn(fields, name))
    .filter((part) => part !== '')
    .join(' ');
}
