import type { alerts as en } from '../en/alerts.ts';
import { flowName } from './words.ts';

/** What is told over Slack, Discord and e-mail. */
export const alerts = {
  connection: ({ name }) => `hesap bağlantısı ${name}`,
  flow: ({ flow, from, to }) => `${flowName(flow)} akışı (${from} → ${to})`,
  happened: (about, message) => `⚠️ ${about}: ${message}`,
  solved: (about, message) => `✅ ${about}: çözüldü. Sorun şuydu: ${message}`,
  record: (key) => `Kayıt: ${key}`,
  records: (count, reasons, key) => {
    const like = reasons > 1 ? ` veya benzer nedenlerle (${reasons} farklı mesaj)` : '';
    return `Bu nedenle${like} sizi bekleyen ${count} kayıt var; biri: ${key}.`;
  },
  subject: (name, code, count) => `Koppel: ${name}: ${code}${count > 1 ? ` (${count} kayıt)` : ''}`,
  solvedSubject: (name, code) => `Koppel: ${name}: çözüldü: ${code}`,
  test: (name) => `Koppel: Bu, "${name}" kanalının bir denemesidir. Bildirimler buraya gelir.`,
  testSubject: () => 'Koppel: deneme',
  summary: (until) => `📋 Koppel, ${until} itibarıyla son 24 saat`,
  summarySubject: (until) => `Koppel: ${until} itibarıyla özet`,
  day: (name, booked, left, parked, amounts) =>
    `${name}: ${booked} kaydedildi${amounts && ` (${amounts})`}, ${left} kaydedilmedi, ${parked} sizi bekliyor.`,
  dayUnknown: (name) => `${name}: Rakamlar okunamadı.`,
  noLinks: () => 'Bağlantı yok.',
} satisfies typeof en;
