/** How the API shows a mapping and what it does. */
import { z } from '@hono/zod-openapi';
import type { Filled } from '../../engine/mapping/filled.ts';
import type { FilledFields, MappingOverview, Sample } from '../../engine/mapping/mapping-requests.ts';
import { showProblem } from '../../engine/reporting/views.ts';
import { fieldGroups, sampleTraits } from '../../flows/mapped.ts';
import { rule } from '../../mapping/modes/rule.ts';
import type { Texts } from '../../texts/en.ts';
import { problemView } from './view-shapes.ts';

const scalar = z.union([z.string(), z.number(), z.boolean()]);

const filled = z
  .object({
    by: z
      .enum(['mapping', 'constant', 'usual', 'problem'])
      .describe('`constant`: the setting `fixed`; `usual`: as the flow does it by itself'),
    value: z.unknown().describe('Null where nothing fills it in, or that is not known beforehand'),
    problem: problemView.nullable().describe('Why the record would be parked'),
  })
  .meta({ id: 'Filled' });

const filledFields = z
  .record(z.string(), z.array(filled))
  .describe('By field; of lines one for each line of the record');

const sample = z.object({
  key: z.string().describe("The source record's id"),
  name: z.string().describe('What people know it by: its number or SKU'),
  traits: z.array(z.enum(sampleTraits)).describe('What makes it worth a look'),
});

const shown = z.string().nullable().describe('The record whose values are shown, by its key');
const problem = problemView.nullable().describe('Why records could not be read, or not all');

/** A copy, because schemas that were made before this library was loaded have no `openapi` method. */
export const ruleShape = rule.clone().meta({ id: 'MappingRule' });

export const sampleAsked = z
  .string()
  .min(1)
  .max(200)
  .optional()
  .describe(`The record whose values are shown: its key, or one of ${sampleTraits.join(', ')}; the last one when left out`);

export const mappingView = z
  .object({
    fields: z.array(
      z.object({
        field: z.string().describe('As a mapping names it: `customer.phonenumber`'),
        group: z.enum(fieldGroups),
        kind: z.enum(['text', 'number', 'boolean', 'list', 'other']),
        options: z.array(scalar).nullable().describe('All that it may be, where that is a short list'),
        expression: z.string().nullable(),
        rule: ruleShape.nullable().describe('The simplest rule that says the same'),
        constant: z.unknown().describe('What the setting `fixed` gives it; null for nothing'),
        results: z.array(filled).describe('On the record that is shown'),
      }),
    ),
    samples: z.array(sample).describe('The records that changed last'),
    shown,
    problem,
  })
  .meta({ id: 'Mapping' });

export const trialView = z
  .object({
    mapping: z.record(z.string(), z.string().nullable()).describe('The expressions, to be put into the document'),
    records: z.array(
      sample.extend({
        was: filledFields,
        becomes: filledFields,
        changes: z.array(z.string()).describe('Fields that would be another'),
      }),
    ),
    inputs: z
      .array(
        z.object({
          path: z.string(),
          value: scalar.nullable().describe('Of the record that is shown'),
          seen: z.array(z.object({ value: scalar, count: z.int() })).describe('What records had lately'),
        }),
      )
      .describe('What the expression of the first of these fields can read'),
    shown,
    problem,
  })
  .meta({ id: 'MappingTrial' });

export function showFilled(each: Filled, texts: Texts): z.infer<typeof filled> {
  switch (each.kind) {
    case 'value':
      return { by: each.by, value: each.value, problem: null };
    case 'usual':
      return { by: 'usual', value: each.value, problem: null };
    case 'problem':
      return { by: 'problem', value: null, problem: showProblem(each.problem, texts) };
  }
}

export function showFields(fields: FilledFields, texts: Texts): z.infer<typeof filledFields> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, all]) => [name, all.map((each) => showFilled(each, texts))]),
  );
}

export function showSample({ key, name, traits }: Sample): z.infer<typeof sample> {
  return { key, name, traits: [...traits] };
}

export function showWhy({ why }: Pick<MappingOverview, 'why'>, texts: Texts) {
  return why && showProblem(why, texts);
}
