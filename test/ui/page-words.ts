/** What stands on a page in words of its own, with the words that only tools read: no codes, values of records, times, what was typed, or what says itself that it is in another language. */
export async function wordsOf(html: string): Promise<string[]> {
  const bare = await new HTMLRewriter()
    .on('code, textarea, time, .text, .address, title[lang], article[lang], span[lang], ul[lang]', {
      element: (element) => void element.remove(),
    })
    .transform(new Response(html))
    .text();
  const shown = [...bare.matchAll(/>([^<]+)</g)].map(([, text = '']) => text);
  const told = [...bare.matchAll(/ (?:aria-label|placeholder|alt)="([^"]*)"/g)].map(([, text = '']) => text);
  return [...shown, ...told].map((text) => decoded(text).trim()).filter((text) => /\p{L}{2}/u.test(text));
}

function decoded(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
