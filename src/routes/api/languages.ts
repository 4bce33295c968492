/** What the API's description says of languages. */
import type { OpenAPIHono } from '@hono/zod-openapi';
import { languages } from '../../texts/languages.ts';

type Paths = NonNullable<ReturnType<OpenAPIHono['getOpenAPI31Document']>['paths']>;
type Operation = NonNullable<Paths[string]['get']>;
type Parameter = NonNullable<Operation['parameters']>[number];
type Answer = NonNullable<Operation['responses']>[string];
type Header = NonNullable<Extract<Answer, { headers?: unknown }>['headers']>[string];

export const languagesTold = [
  `Sentences for people (\`message\`, \`action\`, \`reason\`, \`says\`, notes, names and help of settings) are in the language of \`Accept-Language\`: ${languages.join(', ')}; in English where it names none of them.`,
  'Codes are the same in all. What is wrong with a request is told in English. `Content-Language` names the language of the answer.',
].join(' ');

const acceptLanguage: Parameter = {
  name: 'Accept-Language',
  in: 'header',
  required: false,
  description: 'Language of the sentences in the answer',
  schema: { type: 'string', examples: ['nl', 'de-AT, en;q=0.5'] },
};

const contentLanguage: Header = {
  description: 'Language of the sentences in this answer',
  schema: { type: 'string', enum: [...languages] },
};

const methods = ['get', 'put', 'post', 'delete'] as const;

/** Every call takes the one header and answers with the other. */
export function inLanguages(paths: Paths = {}): Paths {
  return Object.fromEntries(
    Object.entries(paths).map(([path, item]) => {
      const calls = methods.flatMap((method) => {
        const call = item[method];
        return call === undefined ? [] : [[method, inLanguage(call)] as const];
      });
      return [path, { ...item, ...Object.fromEntries(calls) }];
    }),
  );
}

function inLanguage(call: Operation): Operation {
  const answers = Object.entries(call.responses ?? {}).map(([status, answer]) => [
    status,
    { ...answer, headers: { 'Content-Language': contentLanguage } },
  ]);
  return {
    ...call,
    parameters: [...(call.parameters ?? []), acceptLanguage],
    responses: Object.fromEntries(answers),
  };
}
