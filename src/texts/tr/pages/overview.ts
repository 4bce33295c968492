import type { overview as english, status as englishStatus } from '../../en/pages/overview.ts';
import { sentence } from '../../sentence.ts';

export const overview: typeof english = {
  title: 'Bağlantılar',
  add: 'Yeni bağlantı',
  emptyTitle: 'Henüz hiçbir şey bağlı değil',
  empty: 'Bir bağlantı, mağazanızı muhasebenize bağlar: Her sipariş bir kez, kuruşu kuruşuna kaydedilir.',
  addFirst: 'İlkini oluşturun',
  lastReport: (id, at) => sentence`${id}, son rapor ${at}`,
  waiting: 'Yolda',
  parked: 'Sizi bekliyor',
  doneToday: 'Bugün tamamlanan',
  problemsOf: (name) => `Sorunlar: ${name}`,
};

export const status: typeof englishStatus = {
  title: 'Durum',
  good: 'Her şey yolunda.',
  bad: 'İlgilenilmesi gereken bir şey var.',
  empty: 'Henüz bağlantı yok.',
  tasksOf: (name) => `Sayılar: ${name}`,
  asJson: (link) => sentence`Aynı veriler JSON olarak: ${link}`,
};
