import type { help as english } from '../../en/pages/help.ts';

export const help: typeof english = {
  title: 'Yardım',
  what: 'Sistemlerinizi nasıl bağlarsınız, neler ayarlanabilir ve bir şey sizi beklediğinde ne yaparsınız.',
  inEnglish: 'Kılavuzlar İngilizcedir.',
  others: 'diğer sistemler',
  contents: 'Bu sayfada',
  systems: 'Sistemleriniz',
  pairs: 'Birlikte çalışanlar',
  daily: 'Günlük işler',
  own: "Kendi Koppel'iniz",
  building: 'Bununla geliştirme yapanlar için',
  reference: 'Tüm API çağrıları',
  decisions: 'Neden böyle yapıldığı',
  documents: {
    'set-up': 'Bağlantı kurma',
    settings: 'Ayarlar ve eşleme',
    problems: 'Sorunlar ve çözümleri',
    alerts: 'Uyarılar',
    deployment: 'Kurulum ve güncelleme',
    cost: 'Maliyeti',
    security: 'Güvenlik',
    storage: 'Neler ne kadar süre saklanır',
    api: 'Yapılan işler ve çağrıları',
  },
};
