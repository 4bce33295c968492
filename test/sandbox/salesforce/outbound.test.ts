import { describe, expect, it } from 'vitest';
import { objectsIn } from '../../../sandbox/kit/json.ts';
import { TestOrg } from './org.ts';

const address = 'https://koppel.example.com/hooks/secret';

/** An answer that is an acknowledgement, or is none. */
function answer(ack: boolean): Response {
  return new Response(
    `<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><notificationsResponse xmlns="http://soap.sforce.com/2005/09/outbound"><Ack>${ack}</Ack></notificationsResponse></soapenv:Body></soapenv:Envelope>`,
  );
}

async function listening(ack: () => boolean) {
  const org = new TestOrg();
  const bodies: string[] = [];
  org.respond = async (request) => {
    bodies.push(await request.text());
    return answer(ack());
  };
  await org.control('PUT', '/outbound-messages', [{ object: 'Account', fields: ['Name', 'Phone'], address }]);
  return { org, bodies };
}

describe('an outbound message', () => {
  it('tells of every change of its object, with the data of the moment of sending', async () => {
    const { org, bodies } = await listening(() => true);
    const id = await org.create('Account', { Name: 'Jansen & Zn' });
    await org.call('PATCH', `/sobjects/Account/${id}`, { Phone: '1' });
    await org.create('Product2', { Name: 'Thee' });
    await org.standIn.runDue();
    expect(bodies.length).toBe(2);
    for (const body of bodies) {
      expect(body).toContain('<OrganizationId>00D5g0000000001EAA</OrganizationId>');
      expect(body).toContain(`<sf:Id>${id}</sf:Id><sf:Name>Jansen &amp; Zn</sf:Name><sf:Phone>1</sf:Phone>`);
      expect(body).toContain('xsi:type="sf:Account"');
    }
    const ids = bodies.map((body) => /<Notification><Id>(\w+)<\/Id>/.exec(body)?.[1]);
    expect(new Set(ids).size).toBe(2);
    expect(org.standIn.nextDueAt()).toBeNull();
  });

  it('is repeated for a day until it is acknowledged, though it was answered with 200', async () => {
    let isGood = false;
    const { org, bodies } = await listening(() => isGood);
    await org.create('Account', { Name: 'A' });
    await org.standIn.runDue();
    org.world.pass(61_000);
    await org.standIn.runDue();
    expect(bodies.length).toBe(2);
    isGood = true;
    org.world.pass(300_000);
    await org.standIn.runDue();
    expect(bodies.length).toBe(3);
    const { items } = (await org.control('GET', '/deliveries')).body;
    expect(objectsIn(items)).toMatchObject([
      { state: 'delivered', attempts: [{ answer: 500 }, { answer: 500 }, { answer: 200 }] },
    ]);
  });

  it('is dropped after a day', async () => {
    const { org } = await listening(() => false);
    await org.create('Account', { Name: 'A' });
    for (let hour = 0; hour < 30; hour += 1) {
      await org.standIn.runDue();
      org.world.pass(3_600_000);
    }
    const { items } = (await org.control('GET', '/deliveries')).body;
    expect(objectsIn(items)).toMatchObject([{ state: 'given up' }]);
  });
});
