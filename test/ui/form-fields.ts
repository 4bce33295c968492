interface Select {
  readonly name: string;
  /** Of its first option. */
  value: string | null;
  chosen: string | null;
}

interface Area {
  readonly name: string;
  text: string;
}

/** What a browser would send of the form of a page that has a revision: hidden fields, texts, what is ticked or chosen. */
export async function fieldsIn(html: string): Promise<[string, string][]> {
  const fields: [string, string][] = [];
  let select: Select | null = null;
  let area: Area | null = null;
  const rewriter = new HTMLRewriter()
    .on('main form input', {
      element: (input) => {
        const name = decoded(input.getAttribute('name') ?? '');
        const type = input.getAttribute('type') ?? 'text';
        const isSent =
          name !== '' && type !== 'file' && (type !== 'checkbox' || input.hasAttribute('checked'));
        if (isSent) fields.push([name, decoded(input.getAttribute('value') ?? '')]);
      },
    })
    .on('main form select', {
      element: (element) => {
        const own: Select = {
          name: decoded(element.getAttribute('name') ?? ''),
          value: null,
          chosen: null,
        };
        select = own;
        element.onEndTag(() => {
          fields.push([own.name, own.chosen ?? own.value ?? '']);
          select = null;
        });
      },
    })
    .on('main form select option', {
      element: (option) => {
        if (select === null) return;
        const value = decoded(option.getAttribute('value') ?? '');
        select.value ??= value;
        if (option.hasAttribute('selected')) select.chosen = value;
      },
    })
    .on('main form textarea', {
      element: (element) => {
        const own: Area = { name: decoded(element.getAttribute('name') ?? ''), text: '' };
        area = own;
        element.onEndTag(() => {
          fields.push([own.name, decoded(own.text)]);
          area = null;
        });
      },
      text: (chunk) => {
        if (area !== null) area.text += chunk.text;
      },
    });
  await rewriter.transform(new Response(html)).text();
  return fields;
}

/** The same with some fields filled in otherwise. */
export function filledIn(
  fields: readonly [string, string][],
  typed: Readonly<Record<string, string>>,
): [string, string][] {
  const kept = fields.map(([name, value]): [string, string] => [name, typed[name] ?? value]);
  const known = new Set(kept.map(([name]) => name));
  const added = Object.entries(typed).filter(([name]) => !known.has(name));
  return [...kept, ...added];
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
