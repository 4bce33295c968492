import { expect, it } from 'vitest';
import * as home from '../../../../sandbox/kit/people/cast.ts';
import * as abroad from '../../../../sandbox/kit/people/cast-abroad.ts';
import { firstNameOf, lastNameOf, person } from '../../../../sandbox/kit/people/person.ts';
import { companies, randomCompany, randomPerson } from '../../../../sandbox/kit/people/random-person.ts';
import { seededRandom } from '../../../../sandbox/kit/random.ts';

it('a person is written in short', () => {
  const zoe = person('Zoë van Würtz', 'Kade 1\nboven', '3012 AG, Rotterdam', { language: 'en' });
  expect(zoe).toEqual({
    name: 'Zoë van Würtz',
    email: 'zoe.van.wurtz@example.com',
    addressLines: ['Kade 1', 'boven'],
    postalCode: '3012 AG',
    city: 'Rotterdam',
    country: 'NL',
    language: 'en',
    hasAccount: true,
  });
  expect([firstNameOf(zoe), lastNameOf(zoe)]).toEqual(['Zoë', 'van Würtz']);
  expect(person('A B', 'X 1', '1000, Brussel, BE').country).toBe('BE');
});

it('nobody of the cast shares an address by chance, and all of them are invented', () => {
  const cast = [...Object.values(home), ...Object.values(abroad)];
  const emails = cast.map(({ email }) => email).filter((email) => email !== '');
  expect(new Set(emails.map((email) => email.toLowerCase())).size).toBe(emails.length - 1);
  for (const email of emails) expect(email.toLowerCase()).toMatch(/@([a-z-]+\.)*example\.com$/);
});

it('those who come by chance are new every time; companies come back', () => {
  const random = seededRandom(1);
  const people = Array.from({ length: 200 }, () => randomPerson(random));
  expect(new Set(people.map(({ email }) => email)).size).toBe(200);
  expect(new Set(people.map(({ country }) => country)).size).toBeGreaterThan(3);
  const firms = Array.from({ length: 50 }, () => randomCompany(random, companies));
  expect(new Set(firms.map(({ email }) => email)).size).toBe(companies.length);
  for (const { country, vatNumber } of firms) expect(vatNumber?.slice(0, 2)).toBe(country);
});
