import { raw } from 'hono/html';
import type { Showcase } from '../kit/stand-in.ts';
import { style } from './style.ts';

export interface ShownSystem extends Showcase {
  /** Its prefix. */
  readonly id: string;
  /** How long an outage still lasts; 0 when there is none. */
  readonly downSeconds: number;
}

interface PageContent {
  readonly systems: readonly ShownSystem[];
  /** What the last button did. */
  readonly said: { readonly text: string; readonly broken: boolean } | null;
}

/** Everything on one page that needs no script. */
export function Page({ systems, said }: PageContent) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>Sandbox</title>
        <style>{raw(style)}</style>
      </head>
      <body>
        <main>
          <h1>Sandbox</h1>
          <p>
            These systems stand in for the real ones. Nothing here costs money or reaches anybody. A click on
            a value selects it.
          </p>
          {said === null ? null : (
            <p role="status" class={said.broken ? 'broken' : ''}>
              {said.text}
            </p>
          )}
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

function System({ id, name, credentials, sale, sellLabel, counting, downSeconds }: ShownSystem) {
  const heading = `system-${id}`;
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{name}</h2>
      {downSeconds > 0 ? <p class="down">It is down for another {downSeconds} s.</p> : null}
      <h3>Credentials</h3>
      <dl>
        {Object.entries(credentials).map(([label, value]) => (
          <>
            <dt>{label}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </>
        ))}
      </dl>
      <h3>Try it</h3>
      <Button id={id} what="sell" label={sellLabel} of={name} />
      <Button id={id} what="refund" label={`Refund the newest ${sale}`} of={name} />
      {counting === null ? null : (
        <Button
          id={id}
          what="count"
          label={`Count ${counting.sku} anew: ${counting.pieces} pieces`}
          of={name}
        />
      )}
      <Button id={id} what="break" label="Break it for a minute" of={name} />
      <p>
        <a href={`/control/state/${id}`}>Everything that {name} holds (JSON)</a>
      </p>
    </section>
  );
}

interface ButtonContent {
  readonly id: string;
  readonly what: 'sell' | 'refund' | 'count' | 'break';
  readonly label: string;
  readonly of: string;
}

function Button({ id, what, label, of }: ButtonContent) {
  return (
    <form method="post" action={`/page/${id}/${what}`}>
      <button type="submit" aria-label={`${label} (${of})`}>
        {label}
      </button>
    </form>
  );
}
