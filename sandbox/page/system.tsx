import type { Goods, Showcase, WebhookAddress } from '../kit/stand-in.ts';
import { Integrations } from './integrations.tsx';

export interface ShownSystem extends Showcase {
  /** Its prefix. */
  readonly id: string;
  /** How long an outage still lasts; 0 when there is none. */
  readonly downSeconds: number;
}

/** One system: how to connect it, and what people can do in it. */
export function System(system: ShownSystem) {
  const { id, name, credentials, sale, sellLabel, cancelNewest, goods, webhook, integrations, downSeconds } =
    system;
  const heading = `system-${id}`;
  const button = { id, of: name };
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
      {webhook === null ? null : <Webhook {...{ id, name, webhook }} />}
      {integrations === null ? null : <Integrations {...{ id, name }} all={integrations.list()} />}
      <h3>Try it</h3>
      <Button {...button} what="sell" label={sellLabel} />
      <Button {...button} what="refund" label={`Refund the newest ${sale}`} />
      {cancelNewest === null ? null : (
        <Button {...button} what="cancel" label={`Cancel the newest ${sale} that can be`} />
      )}
      {goods === null ? null : <GoodsButton {...button} goods={goods} />}
      <Button {...button} what="break" label="Break it for a minute" />
      <p>
        <a href={`/control/state/${id}`}>Everything that {name} holds (JSON)</a>
      </p>
    </section>
  );
}

interface WebhookParts {
  readonly id: string;
  readonly name: string;
  readonly webhook: WebhookAddress;
}

/** Where somebody enters the address that Koppel shows. */
function Webhook({ id, name, webhook }: WebhookParts) {
  const field = `webhook-${id}`;
  return (
    <form method="post" action={`/page/${id}/listen`}>
      <h3>
        <label for={field}>Webhook address ({name})</label>
      </h3>
      <input type="url" id={field} name="address" required value={webhook.entered ?? ''} />
      <button type="submit">Send webhooks there</button>
    </form>
  );
}

interface ButtonOfSystem {
  readonly id: string;
  readonly of: string;
}

/** A shop without a catalogue is given one, before anything can be counted. */
function GoodsButton({ goods, ...button }: ButtonOfSystem & { readonly goods: Goods }) {
  return goods.isThere() ? (
    <Button {...button} what="count" label={`Count ${goods.sku} anew: ${goods.pieces} pieces`} />
  ) : (
    <Button {...button} what="fill" label="Put 200 products on its shelves" />
  );
}

interface ButtonParts extends ButtonOfSystem {
  readonly what: 'sell' | 'refund' | 'cancel' | 'count' | 'fill' | 'break';
  readonly label: string;
}

function Button({ id, of, what, label }: ButtonParts) {
  return (
    <form method="post" action={`/page/${id}/${what}`}>
      <button type="submit" aria-label={`${label} (${of})`}>
        {label}
      </button>
    </form>
  );
}
