/** What can happen to a call for some record. */
import type { Answered } from '../en/answered.ts';
import type { calls as en } from '../en/calls.ts';
import { advice } from './advice.ts';
import { answered } from './answered.ts';
import { issues } from './issues.ts';

type Refused = Parameters<typeof en.refused>[0];

const waits = 'Yapılacak bir şey yok: Kendiliğinden yeniden denenir.';
const goesOn = 'Yapılacak bir şey yok: Kendiliğinden devam eder.';

const refused = (answer: Refused) => ({
  message: answered(answer),
  action:
    answer.advice === undefined
      ? `${answer.system} sisteminin reddettiği şeyi kaynakta veya eşlemede düzeltip yeniden deneyin. Sistemin kendi açıklaması Geçmiş bölümündedir.`
      : advice[answer.advice],
});
const passing = (answer: Answered) => ({ message: answered(answer), action: waits });

export const calls = {
  refused,
  not_found: refused,
  too_many_records: refused,
  year_closed: refused,
  conflict: (answer) => (answer.parked ? refused(answer) : passing(answer)),
  nonce_used: passing,
  server_error: ({ system, status, ...told }) => ({
    message:
      status === undefined
        ? `${system ? `${system} sisteminin` : 'Sistemin'} token hizmeti gerektiği gibi yanıt vermedi.`
        : answered({ ...told, system: system ?? '', status }),
    action: waits,
  }),
  unexpected_answer: passing,
  rate_limited: ({ system, status, ...told }) => ({
    message:
      status === undefined
        ? `${system ? `${system} sisteminin` : 'Sistemin'} çağrı sınırı şimdilik doldu.`
        : answered({ ...told, system: system ?? '', status }),
    action: goesOn,
  }),
  timed_out: ({ system }) => ({
    message: `${system} sistemi zamanında yanıt vermedi.`,
    action: waits,
  }),
  network_failed: ({ system }) => ({
    message: `${system} sistemine ulaşılamadı veya yanıtı yarıda kesildi.`,
    action: waits,
  }),
  garbled: ({ system, method }) => ({
    message: `${system} sistemi ${method} çağrısına okunamayan bir içerikle yanıt verdi.`,
    action: waits,
  }),
  unreadable: ({ system, method, path, field, issue }) => ({
    message: `${system} sistemi ${method} ${path} çağrısına okunamayan bir yanıt verdi: ${field || 'içerik'} ${issues[issue as keyof typeof issues] ?? issues.not_as_expected}.`,
    action: `Bu kaydın ${field ? `${field} alanına` : 'içeriğine'} ${system} sisteminde bakın; sonra yeniden deneyin.`,
  }),
  outcome_unknown: () => ({
    message: 'Bir yazma işlemi yanıtsız kaldı. Yeniden denenmeden önce yapılıp yapılmadığına bakılıyor.',
    action: goesOn,
  }),
  list_endless: ({ pages }) => ({
    message: `Bir liste ${pages} sayfa içinde bitmedi.`,
    action: 'Bunu bildirin: Sistem, belgelerinde yazandan farklı sayfalıyor.',
  }),
  page_unreadable: () => ({
    message: 'Okumanın durduğu yer okunamıyor.',
    action: 'Okumayı yeniden başlatın.',
  }),
} satisfies typeof en;
