import type { Activation } from '../../connectors/contract/activation.ts';
import type { ActivationAddresses } from '../../routes/activation-addresses.ts';
import { Notice } from '../parts/notice.tsx';
import { Timestamp } from '../parts/timestamp.tsx';
import { useWords } from '../reader.ts';

interface AddressesParts extends ActivationAddresses {
  readonly system: string;
  readonly form: Activation['form'];
  readonly until: string;
  readonly zone: string;
  /** Where people see what came of it. */
  readonly next: string;
}

/** The two addresses, this once, by the names that the system's own form has for them. */
export function Addresses({ system, form, callback, identity, until, zone, next }: AddressesParts) {
  const { activation: words, setupConnect } = useWords();
  return (
    <section class="card" aria-labelledby="addresses">
      <h2 id="addresses">{words.addresses}</h2>
      <Notice tone="good">{words.once(<Timestamp at={until} zone={zone} />)}</Notice>
      <dl class="facts">
        <div class="whole">
          <dt>{form.callback}</dt>
          <dd>
            <code class="address">{callback}</code>
          </dd>
        </div>
        <div class="whole">
          <dt>{form.identity}</dt>
          <dd>
            <code class="address">{identity}</code>
          </dd>
        </div>
      </dl>
      <p>{words.enter(system, <strong>{form.menu}</strong>)}</p>
      <p>
        <a class="button" href={next}>
          {setupConnect.lookAgain}
        </a>
      </p>
    </section>
  );
}
