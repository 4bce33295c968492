/** What a person has to be asked about kinds, and what not, as the simulation looks at it. */
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../sandbox/kit/random.ts';
import { minuteMs } from '../../support/durations.ts';
import { VirtualClock } from '../../support/virtual-clock.ts';
import { inIsolate } from '../world/isolate.ts';
import { parkedViolations } from './invariants/parked.ts';
import { Somebody } from './people/somebody.ts';
import { Ring } from './ring.ts';
import type { RingScenario } from './scenario.ts';

const traits = {
  name: 'Mabc Zwart',
  email: 'm@example.com',
  company: '',
  phone: '+31 6 1',
  street: 'Plein 9',
};

function scenarioWith(personAccounts: boolean): RingScenario {
  const never = { meddling: 0, unsettling: 0, faults: 0, late: 0, deaths: 0 };
  return {
    integrations: [[{ flow: 'customers', from: 'jortt', to: 'salesforce' }]],
    systems: ['jortt', 'salesforce'],
    settings: { salesforce: { personAccounts } },
    ...{ ...never, deeds: 0, troubleMs: 0, quietMs: 0 },
  };
}

/** A private customer of the books is carried to the org, and becomes a company. */
async function becomesACompany(personAccounts: boolean): Promise<Ring> {
  const random = seededRandom(3);
  const clock = new VirtualClock(undefined, random);
  return inIsolate(
    () => clock.now(),
    random,
    async () => {
      const ring = new Ring(clock, scenarioWith(personAccounts), () => undefined, {});
      const [member] = ring.members;
      const desk = ring.crowd.desk('jortt');
      ring.isCalm = true;
      ring.at(minuteMs, () => member?.configure());
      ring.cron();
      await clock.advance(10 * minuteMs);
      ring.crowd.everybody.push(new Somebody('Mabc', 'jortt', clock.now(), traits));
      ring.at(clock.now() - ring.startedAt, () => desk.enter(traits));
      await clock.advance(20 * minuteMs);
      expect(ring.crowd.desk('salesforce').accounts()).toHaveLength(1);
      const value = 'Mabc B.V.';
      ring.crowd.everybody[0]?.set('company', { at: clock.now(), side: 'jortt', value });
      ring.at(clock.now() - ring.startedAt, () => desk.edit(desk.accounts()[0]?.id ?? '', 'company', value));
      await clock.advance(20 * minuteMs);
      ring.crowd.look();
      return ring;
    },
  );
}

describe('somebody who becomes a company in the books', () => {
  test('is for a person where an org makes none of a person’s account, and rightly so', async () => {
    const ring = await becomesACompany(true);
    expect(ring.errors).toEqual([]);
    expect(ring.members[0]?.parked()).toMatchObject([{ code: 'customer_kind_differs' }]);
    expect(parkedViolations(ring)).toEqual([]);
    // Of whom nobody made a company it would be wrong.
    ring.crowd.everybody[0]?.edits.delete('company');
    expect(parkedViolations(ring)).toMatchObject([expect.stringContaining('parked without need')]);
  });

  test('is one there as well where accounts are no persons', async () => {
    const ring = await becomesACompany(false);
    expect(ring.members[0]?.parked()).toEqual([]);
    expect(ring.crowd.desk('salesforce').accounts()).toMatchObject([{ traits: { company: 'Mabc B.V.' } }]);
  });
});
