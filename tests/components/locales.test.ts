/** The languages of the interface hold the same messages, with the same values to fill in. */
import { describe, expect, it } from 'vitest';
import { getMessageFrom, locales, textOf, toPseudo } from '../../components/gallery/locales.ts';
import { formatDate, sayDate, textFrom, type MessageKey } from '../../components/text.ts';

const english = locales['en']!;
const placeholders = (text: string): string[] => (text.match(/\$\d|\{\w+\}/g) ?? []).sort();

describe.each(Object.keys(locales))('%s', (name) => {
  const messages = locales[name]!;

  it('holds the same keys as English', () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it('fills in the same values as English', () => {
    const wrong = Object.keys(english).filter((key) => placeholders(messages[key]!.message).join() !== placeholders(english[key]!.message).join());
    expect(wrong).toEqual([]);
  });

  it('says something under each key, trimmed', () => {
    expect(Object.entries(messages).filter(([, { message }]) => message.trim() === '' || message.trim() !== message)).toEqual([]);
  });

  it('has each form of a plural that the language tells apart for whole numbers', () => {
    const forms = new Set([0, 1, 2, 3, 5, 11, 100].map((n) => new Intl.PluralRules(name).select(n)));
    const stems = Object.keys(english).filter((key) => key.endsWith('_other')).map((key) => key.slice(0, -'_other'.length));
    expect(stems.filter((stem) => [...forms].some((form) => !(`${stem}_${form}` in messages)))).toEqual([]);
  });

  it('keeps within what the stores allow', () => {
    expect(messages['extension_name']!.message.length).toBeLessThanOrEqual(50);
    expect(messages['extension_description']!.message.length).toBeLessThanOrEqual(132);
    expect(Object.keys(messages).every((key) => /^[A-Za-z0-9_]+$/.test(key))).toBe(true);
  });

  it('says which language it is', () => {
    expect(messages['interface_language']!.message).toBe(name);
  });
});

describe('a translated text', () => {
  it('is not the English one, but for names and words that are the same', () => {
    for (const name of ['de', 'fr', 'es', 'it']) {
      const same = Object.keys(english).filter((key) => english[key]!.message === locales[name]![key]!.message);
      expect(same.length, name).toBeLessThan(Object.keys(english).length / 8);
    }
  });
});

describe('textFrom', () => {
  it('tells one from many by the rules of the language', () => {
    const [en, fr] = [textOf('en'), textOf('fr')];
    expect([en('n_mentions', 0), en('n_mentions', 1), en('n_mentions', 2)]).toEqual(['0 mentions', '1 mention', '2 mentions']);
    expect([fr('n_mentions', 0), fr('n_mentions', 1), fr('n_mentions', 2)]).toEqual(['0 mention', '1 mention', '2 mentions']);
  });

  it('writes numbers as the language does', () => {
    expect(textOf('de')('about_data', 1234, 'x')).toContain('1.234 Einträge');
  });

  it('goes with the messages where the browser falls back to English', () => {
    const t = textFrom(getMessageFrom(english), 'pl');
    expect(t.locale).toBe('en');
    expect(formatDate(t, '2025-08-02')).toBe('August 2, 2025');
  });

  it('keeps the reader’s own English', () => {
    expect(formatDate(textFrom(getMessageFrom(english), 'en-GB'), '2025-08-02')).toBe('2 August 2025');
  });

  it('answers a missing message with its key', () => {
    expect(textOf('en')('no_such_key' as MessageKey)).toBe('no_such_key');
  });

  it('fills a value in as it is, dollar signs and all', () => {
    expect(textOf('en')('search_none', '$1 $2')).toBe('Nothing in the glossary is called “$1 $2”.');
  });
});

describe('formatDate', () => {
  it.each([['2025', '2025'], ['2025-08', 'August 2025'], ['2025-08-02', 'August 2, 2025']])('writes %s as precisely as it is', (date, text) => {
    expect(formatDate(textOf('en'), date)).toBe(text);
  });

  it('gives back what is no date', () => {
    expect([formatDate(textOf('en'), ''), formatDate(textOf('en'), 'soon')]).toEqual(['', 'soon']);
  });
});

describe('sayDate', () => {
  it.each([
    ['en', 'on', '2025-08-02', 'on August 2, 2025'], ['de', 'since', '2025-08-02', 'seit dem 2. August 2025'], ['de', 'since', '2025-08', 'seit August 2025'],
    ['fr', 'on', '2025', 'en 2025'], ['fr', 'since', '2025-08-02', 'depuis le 2 août 2025'], ['es', 'since', '2025-08', 'desde agosto de 2025'],
    ['it', 'since', '2025-08-02', 'dal 2 agosto 2025'], ['it', 'since', '2025-08-08', 'dall’8 agosto 2025'], ['it', 'on', '2025-08-11', 'l’11 agosto 2025'],
  ] as const)('puts the words of %s before a date: %s %s', (locale, how, date, text) => {
    expect(sayDate(textOf(locale), how, date)).toBe(text);
  });
});

describe('the pseudo-locale', () => {
  it('keeps values to fill in and leaves no plain letter', () => {
    for (const { message } of Object.values(toPseudo(english)).slice(1)) expect(message.replace(/\{\w+\}|\$\d/g, '')).not.toMatch(/[A-Za-z]/);
    expect(toPseudo(english)['because_weights_restricted']!.message).toContain('{licence}');
  });
});
