interface Element {
  readonly tag: string;
  readonly attributes: Record<string, string>;
  /** Everything that stands in it. */
  text: string;
}

const kinds =
  'html, title, meta, main, header, footer, nav, section, h1, h2, h3, h4, h5, h6, label, input, select, textarea, button, a, img, svg, table, th, [id], [aria-labelledby], [aria-describedby], [role]';

/** What a reader's tools make of a page: its elements in their order, each with its text. */
export async function elementsOf(html: string): Promise<Element[]> {
  const found: Element[] = [];
  const open: Element[] = [];
  const seen = new Set<unknown>();
  const rewriter = new HTMLRewriter()
    .on(kinds, {
      element(element) {
        if (seen.has(element)) return;
        const each: Element = {
          tag: element.tagName,
          attributes: Object.fromEntries(
            [...element.attributes].map(([name = '', value = '']) => [name, value]),
          ),
          text: '',
        };
        const label = open.findLast(({ tag }) => tag === 'label');
        if (label !== undefined && fields.includes(each.tag)) {
          // Written inside its label.
          each.attributes['aria-label'] = 'in its label';
          label.attributes.wraps = each.tag;
        }
        found.push(each);
        if (empty.includes(each.tag)) return;
        open.push(each);
        element.onEndTag(() => void open.splice(open.indexOf(each), 1));
      },
    })
    .onDocument({
      text({ text }) {
        for (const each of open) each.text += text;
      },
    });
  await rewriter.transform(new Response(html)).text();
  return found;
}

const fields = ['input', 'select', 'textarea'];
const empty = ['input', 'meta', 'img'];

/** What is wrong with a page by the commonest rules of WCAG 2.2 that a program can check; empty when nothing is. */
export async function faultsOf(html: string): Promise<string[]> {
  const all = await elementsOf(html);
  const of = (...tags: string[]) => all.filter(({ tag }) => tags.includes(tag));
  const ids = all.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
  const labelled = new Set(of('label').map(({ attributes }) => attributes.for));
  const name = ({ attributes, text }: Element) => attributes['aria-label'] ?? text.trim();
  const levels = of('h1', 'h2', 'h3', 'h4', 'h5', 'h6').map(({ tag }) => Number(tag[1]));
  const faults: string[] = [];
  const expectNone = (rule: string, elements: readonly Element[]) => {
    for (const { tag, attributes } of elements) faults.push(`${rule}: ${tag} ${JSON.stringify(attributes)}`);
  };
  if ((of('html')[0]?.attributes.lang ?? '') === '') faults.push('no language');
  if ((of('title')[0]?.text ?? '').trim() === '') faults.push('no title');
  expectNone(
    'reloads itself',
    of('meta').filter(({ attributes }) => /refresh/i.test(attributes['http-equiv'] ?? '')),
  );
  if (of('main').length !== 1) faults.push(`${of('main').length} mains`);
  if (of('h1').length !== 1) faults.push(`${of('h1').length} headings of the first level`);
  levels.forEach((level, index) => {
    if (index > 0 && level > (levels[index - 1] ?? 0) + 1)
      faults.push(`h${level} after h${levels[index - 1]}`);
  });
  expectNone(
    'a heading without words',
    of('h1', 'h2', 'h3').filter((each) => name(each) === ''),
  );
  expectNone(
    'a field without a label',
    of('input', 'select', 'textarea').filter(
      ({ attributes }) =>
        attributes.type !== 'hidden' &&
        attributes['aria-label'] === undefined &&
        !labelled.has(attributes.id ?? ''),
    ),
  );
  expectNone(
    'a label of nothing',
    of('label').filter(
      ({ attributes }) => attributes.wraps === undefined && !ids.includes(attributes.for ?? ''),
    ),
  );
  expectNone(
    'a button without words',
    of('button').filter((each) => name(each) === ''),
  );
  expectNone(
    'a link without words',
    of('a').filter((each) => name(each) === ''),
  );
  expectNone(
    'a picture without words',
    of('img').filter(({ attributes }) => attributes.alt === undefined),
  );
  expectNone(
    'a drawing that is read',
    of('svg').filter(({ attributes }) => attributes['aria-hidden'] !== 'true'),
  );
  expectNone(
    'a column or row without words',
    of('th').filter((each) => name(each) === ''),
  );
  expectNone(
    'a head of what',
    of('th').filter(({ attributes }) => attributes.scope === undefined),
  );
  for (const attribute of ['aria-labelledby', 'aria-describedby']) {
    const lost = all.filter(({ attributes }) =>
      (attributes[attribute] ?? '').split(' ').some((id) => id !== '' && !ids.includes(id)),
    );
    expectNone(`${attribute} leads nowhere`, lost);
  }
  const navs = of('nav').map(name);
  if (new Set(navs).size !== navs.length || navs.includes('')) faults.push(`navigations: ${navs.join(', ')}`);
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
    faults.push(`id ${id} twice`);
  return faults;
}
