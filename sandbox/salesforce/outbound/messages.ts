/** Outbound messages (sheet 7.2): SOAP to an address, repeated for a day until it is acknowledged. */

import { z } from 'zod';
import type { Json } from '../../kit/json.ts';
import type { Deliver, World } from '../../kit/stand-in.ts';
import type { WebhookRules } from '../../kit/webhooks/delivery.ts';
import { Webhooks } from '../../kit/webhooks/webhooks.ts';
import { type Org, organizationId } from '../org.ts';
import type { Row } from '../records/tables.ts';
import { myDomain } from '../settings.ts';

/** What an admin has set up: which object, which of its fields, and where to. */
export const outboundMessage = z.strictObject({
  object: z.string(),
  fields: z.array(z.string()).default(['Id']),
  address: z.url(),
});

export type OutboundMessage = z.infer<typeof outboundMessage>;

/** A notification: the data is that of the moment of sending. */
export interface Notification {
  readonly id: string;
  readonly object: string;
  readonly recordId: string;
}

/** Growing waits, two hours at most, within 24 hours. */
const retryMinutes = [1, 5, 15, 30, 60, ...Array.from({ length: 11 }, () => 120)];

export function outboundMessages(
  world: World,
  deliver: Deliver,
  org: Org,
  listed: () => readonly OutboundMessage[],
): Webhooks<Notification> {
  const rules: WebhookRules<Notification> = {
    listeners: () =>
      listed().map(({ object, address }, place) => ({ id: String(place), address, events: [object] })),
    retryMinutes,
    accepted: [200],
    sign: async () => '',
    forDelivery: (event) => ({ ...event, id: org.newId('04l') }),
    request: (event, address) =>
      new Request(address, {
        method: 'POST',
        headers: { 'Content-Type': 'text/xml; charset=UTF-8', SOAPAction: '""' },
        body: envelopeOf(org, event, listed().find((each) => each.address === address)?.fields ?? ['Id']),
      }),
  };
  return new Webhooks(
    world,
    (request) => acknowledged(deliver, request),
    () => org.settings(),
    rules,
  );
}

export function notificationOf({ id, object }: Row): Notification {
  return { id: '', object, recordId: id };
}

/** An answer without `Ack` true is none. */
async function acknowledged(deliver: Deliver, request: Request): Promise<Response> {
  const answer = await deliver(request);
  const isAcknowledged = answer.status === 200 && /<(\w+:)?Ack>\s*true\s*</.test(await answer.text());
  return isAcknowledged
    ? answer
    : new Response(null, { status: answer.status === 200 ? 500 : answer.status });
}

function envelopeOf(org: Org, { id, object, recordId }: Notification, fields: readonly string[]): string {
  const row = org.tables.get(object, recordId);
  const values = ['Id', ...fields.filter((name) => name !== 'Id')].flatMap((name) => {
    const value = row?.fields[name] ?? null;
    return value === null ? [] : [`<sf:${name}>${escaped(value)}</sf:${name}>`];
  });
  const short = organizationId.slice(0, 15);
  return (
    '<?xml version="1.0" encoding="UTF-8"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body>' +
    '<notifications xmlns="http://soap.sforce.com/2005/09/outbound">' +
    `<OrganizationId>${organizationId}</OrganizationId><ActionId>${'04k5g0000000001AAA'}</ActionId><SessionId xsi:nil="true"/>` +
    `<EnterpriseUrl>https://${myDomain}/services/Soap/c/66.0/${short}</EnterpriseUrl><PartnerUrl>https://${myDomain}/services/Soap/u/66.0/${short}</PartnerUrl>` +
    `<Notification><Id>${id}</Id><sObject xsi:type="sf:${object}" xmlns:sf="urn:sobject.enterprise.soap.sforce.com">${values.join('')}</sObject></Notification>` +
    '</notifications></soapenv:Body></soapenv:Envelope>'
  );
}

function escaped(value: Json): string {
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
