import { unwrap } from '../../../durable-objects/answer.ts';
import { house } from '../../../durable-objects/house-client.ts';
import type { Env } from '../../env.ts';
import type { ChannelView } from '../../house/house.ts';
import { ofEnvironment } from '../alerts.tsx';
import { useWords } from '../reader.ts';
import { useMay } from '../rights.tsx';

/** A channel that tells of a link: what it is called, and where it leads, as far as that is shown. */
interface HeardChannel {
  readonly name: string | null;
  readonly kind: ChannelView['kind'] | 'either';
  readonly shown: string;
}

/** Those of the house that tell of this link, and those that were set when Koppel was deployed. */
export async function alertChannels(env: Env, integration: string): Promise<HeardChannel[]> {
  const all = unwrap<ChannelView[]>(await house(env).channels());
  const own = all.filter(({ integrations }) => integrations === null || integrations.includes(integration));
  return [...ofEnvironment(env).map((each) => ({ ...each, name: null })), ...own];
}

/** Who is told when something of the link needs a person. */
export function ChannelsHeard({ channels }: { channels: readonly HeardChannel[] }) {
  const { channels: words, lastSteps } = useWords();
  // What they are called belongs to the deployment, and not to one link.
  const seesThem = useMay('GET', '/alerts');
  return (
    <section class="card" aria-labelledby="alerts">
      <h2 id="alerts">{lastSteps.alertsTitle}</h2>
      {channels.length === 0 && <p>{lastSteps.noAlerts}</p>}
      {channels.length > 0 && !seesThem && <p>{lastSteps.someAlerts(channels.length)}</p>}
      {channels.length > 0 && seesThem && (
        <ul class="items">
          {channels.map(({ name, kind, shown }) => (
            <li>
              {name !== null && <strong class="text">{name} </strong>}
              {words.kinds[kind]} <span class="quiet text">{shown}</span>
            </li>
          ))}
        </ul>
      )}
      {seesThem && (
        <p>
          <a href="/alerts">{lastSteps.addAlert}</a>
        </p>
      )}
    </section>
  );
}
