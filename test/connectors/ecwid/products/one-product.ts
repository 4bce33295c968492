import { ecwid } from '../../../../src/connectors/ecwid/index.ts';
import type { Call } from '../../../support/fake-api.ts';
import { Refused, TestApi } from '../../../support/fake-api.ts';
import { mug, store } from './mug.ts';

type Fields = Record<string, unknown>;
interface Image extends Fields {
  id: string;
  isMain: boolean;
}

const address = /^\/products\/(?<id>\d+)(?<rest>.*)$/;

/**
 * A shop with one product and one product type, as far as the sheet says what becomes of a write (4.6, 4.8, 5, 6.2): what is
 * named is set, lists as a whole; new pictures, variations and attributes have ids of their own.
 */
export class OneProduct extends TestApi {
  product: Fields & { combinations: Fields[]; media: { images: Image[] } };
  classes = [
    {
      id: 0,
      attributes: [61001, 61002, 61003].map((id, index) => ({ id, name: ['UPC', 'Brand', 'Origin'][index] })),
    },
  ];
  /** Answers instead of the shop, where it gives anything. */
  instead: (call: Call) => unknown = () => undefined;
  #ids = 1_000;

  constructor(product: Fields | null = mug) {
    super({
      connector: ecwid,
      now: () => new Date('2026-03-01T12:00:00Z'),
      account: store,
      answer: (call) => this.instead(call) ?? this.#answer(call),
    });
    this.product = structuredClone({ media: { images: [] }, combinations: [], ...product });
  }

  #answer({ method, path, query, body }: Call): unknown {
    if (path === '/profile') return { taxSettings: { taxes: [{ id: 9200, name: 'New', defaultTax: 5 }] } };
    if (path === '/classes/0') return method === 'GET' ? this.classes[0] : this.#declare(body as Fields);
    if (path === '/products') return this.#make(body as Fields, query.saveCombinations === true);
    const { id, rest = '' } = address.exec(path)?.groups ?? {};
    if (id !== String(this.product.id)) return method === 'GET' ? undefined : new Refused(404);
    if (rest === '') return method === 'GET' ? this.product : this.#set(this.product, body as Fields);
    if (rest.startsWith('/combinations')) return this.#variation(rest, body as Fields | undefined);
    return this.#picture(method, rest, String(query.externalUrl));
  }

  #make(body: Fields, withCombinations: boolean): unknown {
    const { combinations, ...fields } = body;
    const made = withCombinations
      ? (combinations as Fields[]).map((each) => ({ id: this.#ids++, ...each }))
      : [];
    this.product = { id: 700, media: { images: [] }, ...fields, combinations: made };
    return { id: 700 };
  }

  #set(target: Fields, fields: Fields): unknown {
    for (const [name, value] of Object.entries(fields)) {
      if (value === null) delete target[name];
      else if (name !== 'media') target[name] = value;
    }
    return { updateCount: 1 };
  }

  #declare({ attributes }: Fields): unknown {
    const sent = attributes as { id?: number; name: string }[];
    this.classes[0] = { id: 0, attributes: sent.map((each) => ({ id: this.#ids++, ...each })) };
    return { updateCount: 1 };
  }

  #variation(rest: string, body: Fields | undefined): unknown {
    const [, , id, image] = rest.split('/');
    if (image !== undefined) return { id: this.#ids++ };
    if (id === undefined) {
      const made = { id: this.#ids++, ...body };
      this.product.combinations.push(made);
      return { id: made.id };
    }
    const standing = this.product.combinations.find((each) => String(each.id) === id);
    return standing === undefined ? new Refused(404) : this.#set(standing, body ?? {});
  }

  #picture(method: string, rest: string, url: string): unknown {
    const { images } = this.product.media;
    const [, kind, id] = rest.split('/');
    if (method === 'DELETE') {
      this.product.media.images = images.filter((each) => (kind === 'image' ? !each.isMain : each.id !== id));
      return { deleteCount: 1 };
    }
    const number = this.#ids++;
    const made = {
      imageOriginalUrl: `https://cdn.example.com/${number}.jpg`,
      from: url,
      orderBy: images.length,
    };
    if (kind === 'image') {
      const others = images.filter(({ isMain }) => !isMain);
      this.product.media.images = [{ ...made, id: '0', isMain: true }, ...others];
    } else images.push({ ...made, id: String(number), isMain: false });
    return { id: number };
  }

  /** What was written: method, path, and what is sent. */
  get written(): unknown[] {
    return this.calls
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path, query, body }) => [`${method} ${path}`, body ?? query]);
  }

  get pictures(): unknown[] {
    return this.product.media.images.map(({ from, imageOriginalUrl }) => from ?? imageOriginalUrl);
  }
}
