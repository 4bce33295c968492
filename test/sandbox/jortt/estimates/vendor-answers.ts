/** What the vendor's own description says of answers about estimates. VENDOR_SPECS names the folder that it is in. */
import { Description } from '../../../vendor/description.ts';
import type { Answer } from '../office.ts';

export const folder = process.env.VENDOR_SPECS;

let description: Description | undefined;

/** What is wrong with an answer that is no refusal; nothing where there is no description. */
export function answerFaults(
  method: string,
  path: string,
  answer: Pick<Answer, 'status' | 'text'>,
): string[] {
  if (!folder || answer.status >= 400) return [];
  description ??= Description.read(folder, 'jortt');
  const [pathname = ''] = path.split('?');
  const operation = description.operation(method, pathname);
  if (operation === null) return [`${method} ${pathname} is not described`];
  const validate = description.answer(method, pathname, answer.status);
  if (validate === null) return answer.text === '' ? [] : ['no answer is described'];
  if (answer.text === '') return ['the answer is empty'];
  if (validate(JSON.parse(answer.text))) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
