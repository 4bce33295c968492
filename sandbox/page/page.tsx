import { raw } from 'hono/html';
import { style } from './style.ts';
import { type ShownSystem, System } from './system.tsx';

interface PageContent {
  readonly systems: readonly ShownSystem[];
  /** What the last button did. */
  readonly said: { readonly text: string; readonly isBad: boolean } | null;
}

/** Everything on one page that needs no script. */
export function Page({ systems, said }: PageContent) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Sandbox</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>Sandbox</h1>
          <p>
            These systems stand in for the real ones. Nothing here costs money or reaches anybody. In Koppel
            make a new link and copy the credentials of two systems from here: a click on a value selects it.
            When it is live, place an order and see what becomes of it.
          </p>
          {said === null ? null : (
            <p role="status" class={said.isBad ? 'bad' : ''}>
              {said.text}
            </p>
          )}
          <nav aria-label="Systems">
            <ul>
              {systems.map(({ id, name }) => (
                <li>
                  <a href={`#system-${id}`}>{name}</a>
                </li>
              ))}
            </ul>
          </nav>
          <div class="systems">
            {systems.map((system) => (
              <System {...system} />
            ))}
          </div>
        </main>
      </body>
    </html>
  );
}
