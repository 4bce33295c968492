/** What the vendor's own description says of bodies and answers. VENDOR_SPECS names the folder that it is in. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';

interface Schema {
  [keyword: string]: unknown;
}

interface Operation {
  readonly requestBody?: Body | { readonly $ref: string };
  readonly responses: Readonly<Record<string, Body>>;
}

interface Body {
  readonly content?: Readonly<Record<string, { readonly schema: Schema }>>;
}

interface Description {
  readonly components: {
    readonly schemas: Record<string, Schema>;
    readonly requestBodies: Record<string, Body>;
  };
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
}

export const folder = process.env.VENDOR_SPECS;

/** Where reality differs from the description, or the description from itself, the sheet decides (the section stands behind). */
const mended: Readonly<Record<string, Readonly<Record<string, Schema>>>> = {
  Order: {
    // 7.4: live, numbers are text.
    number: { type: ['string', 'integer'] },
    credited_order_number: { type: ['integer', 'null'] },
    credit_order_numbers: { type: 'array', items: { type: 'integer' } },
    offline_location_id: { type: ['string', 'null'] },
  },
  // 7.1: null is unlimited, or no offer. 7.4: it is told of articles as well.
  BaseArticle: { stock: { type: ['integer', 'null'] }, short_description: { type: 'string' } },
  Article: { url: { type: 'string' } },
  ArticlePrice: { action: { type: ['string', 'null'] }, purchase: { type: ['string', 'null'] } },
  ArticleVariant: { stock: { type: ['integer', 'null'] } },
  // 7.3: a map in the example and in life.
  ArticleImage: { urls: { type: 'object', additionalProperties: { type: 'string' } } },
  // 11.1: prices of options can be overridden per article, and variants come with a POST as well.
  ConfiguratorArticleListOptionPostable: { price: { type: 'string' } },
  Category: {
    parent_category_id: { type: ['integer', 'null'] },
    // 7.11: within `leafs` the parent has another name.
    parent_id: { type: 'integer' },
  },
  CategoryPatchable: { parent_category_id: { type: ['integer', 'null'] } },
  // 7.4: an empty object comes as an empty list.
  OrderShipping: {
    country: { anyOf: [{ $ref: '#/components/schemas/OrderShippingCountry' }, { maxItems: 0 }] },
  },
  // 12, 2
  ArticleExtraFieldSet: { visible: { type: ['object', 'array'] }, invisible: { type: ['object', 'array'] } },
  // 7.7: read-only, and in the vendor's own example of a body.
  OrderCommentPatchable: { customer: { type: 'string' } },
  // 7.7: of a custom line, in the vendor's example as well.
  OrderDetailPostable: { description: { type: 'string' } },
  ApiProblem: { errors: { type: 'object' } },
};

/** Required by the description, and left out in its own example: an offer price is an option of no list (7.4). */
const optional: Readonly<Record<string, readonly string[]>> = { OrderArticleListOption: ['list_option_id'] };

function read(): Description {
  return JSON.parse(readFileSync(join(folder ?? '', 'myonlinestore.openapi.json'), 'utf8'));
}

/** The parts of `allOf` as one object that takes the properties it lists and no others. */
function flat(schema: Schema, all: Description['components']['schemas'], name = ''): Schema {
  const parts = (Array.isArray(schema.allOf) ? schema.allOf : []).map((part: Schema) => {
    const referred = /\/(\w+)$/.exec(String(part.$ref ?? ''))?.[1];
    return referred === undefined ? flat(part, all) : flat(all[referred] ?? {}, all, referred);
  });
  const own = (schema.properties ?? {}) as Record<string, Schema>;
  const inherited = Object.assign({}, ...parts.map((part) => part.properties ?? {}));
  const properties = { ...inherited, ...own, ...mended[name] };
  if (Object.keys(properties).length === 0) return nested(schema, all);
  const required = [...parts, schema].flatMap((part) => (part.required as string[] | undefined) ?? []);
  return {
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [key, nested(value as Schema, all)]),
    ),
    // Of an article in an order the description requires what stands a level deeper.
    required: required.filter((key) => key in properties && !optional[name]?.includes(key)),
    additionalProperties: false,
  };
}

function nested(schema: Schema, all: Description['components']['schemas']): Schema {
  if (schema.properties !== undefined) return flat(schema, all);
  // A choice that may be null does not name null.
  if (Array.isArray(schema.enum) && schema.nullable === true) return { enum: [...schema.enum, null] };
  const items = schema.items as Schema | undefined;
  return items === undefined ? schema : { ...schema, items: nested(items, all) };
}

/**
 * Checks the body of an operation (`200`, `201` and so on), or what is sent (`request`). `wrap` mends what the
 * description knows without its wrapper.
 */
export function validatorOf(
  method: string,
  path: string,
  of: 'request' | '200' | '201' | '422',
  wrap: (schema: Schema) => Schema = (schema) => schema,
): ValidateFunction {
  const { components, paths } = read();
  const operation = paths[`/v{version}${path}`]?.[method.toLowerCase()];
  const referred = operation?.requestBody;
  const sent =
    referred !== undefined && '$ref' in referred
      ? components.requestBodies[referred.$ref.split('/').at(-1) ?? '']
      : referred;
  const body = of === 'request' ? sent : operation?.responses[of];
  const schema = body?.content?.['application/json']?.schema;
  if (schema === undefined) throw new Error(`Nothing is described for ${method} ${path}, ${of}`);
  const schemas = Object.fromEntries(
    Object.entries(components.schemas).map(([name, each]) => [name, flat(each, components.schemas, name)]),
  );
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  return ajv.compile({ ...wrap(nested(schema, components.schemas)), components: { schemas } });
}
