import type { overview as english, status as englishStatus } from '../../en/pages/overview.ts';
import { sentence } from '../../sentence.ts';
import { number } from '../figures.ts';

export const overview: typeof english = {
  title: 'Bağlantılar',
  add: 'Yeni bağlantı',
  emptyTitle: 'Henüz hiçbir şey bağlı değil',
  empty: 'Bir bağlantı, mağazanızı muhasebenize bağlar: Her sipariş bir kez, kuruşu kuruşuna kaydedilir.',
  addFirst: 'İlkini oluşturun',
  lastReport: (at) => sentence`Son bildirim: ${at}`,
  waiting: 'Yolda',
  parked: 'Sizi bekliyor',
  doneToday: 'Bugün tamamlanan',
  needYou: (count) => `${number(count)} kayıt sizi bekliyor.`,
  ordersNeedYou: (count) => `${number(count)} sipariş sizi bekliyor.`,
  troubled: (count) => `${number(count)} bağlantı ilgi bekliyor.`,
  well: 'Her şey yolunda.',
  lastRecord: (record, at) => sentence`Son kayıt: ${record}, ${at}`,
  more: (count) => `ve ${number(count)} tane daha`,
  problemsOf: (name) => `Sorunlar: ${name}`,
};

export const status: typeof englishStatus = {
  title: 'Durum',
  good: 'Her şey yolunda.',
  bad: 'İlgilenilmesi gereken bir şey var.',
  empty: 'Henüz bağlantı yok.',
  inOrder: (count, max) => `${number(max)} günün ${number(count)} gününde her şey yolundaydı.`,
  unknown: 'Geçmiş günler hakkında henüz bilgi yok.',
  firstDay: (days) => `${number(days)} gün önce`,
  today: 'bugün',
  troubledDays: 'Sorunlu günler',
  day: 'Gün (UTC)',
  what: 'Ne oldu',
  howLong: 'Ne kadar sürdü',
  ok: 'yolunda',
  attention: 'kayıtlar birini bekledi',
  interrupted: 'bir şey devam edemedi',
  notKnown: 'bilinmiyor',
  legend: 'Çubukların anlamı',
  minutes: (count) => `${number(count)} dakika`,
  hours: (count) => `${number(count)} saat`,
  tasksOf: (name) => `Sayılar: ${name}`,
  asJson: (link) => sentence`Aynı veriler JSON olarak: ${link}`,
};
