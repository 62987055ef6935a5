/** The messages from their files, for the gallery and for tests; what the product reads through `browser.i18n`. */
import de from '../../public/_locales/de/messages.json';
import en from '../../public/_locales/en/messages.json';
import es from '../../public/_locales/es/messages.json';
import fr from '../../public/_locales/fr/messages.json';
import it from '../../public/_locales/it/messages.json';
import { textFrom, type GetMessage, type T } from '../text.ts';

export type Messages = Readonly<Record<string, { readonly message: string }>>;
export const locales: Readonly<Record<string, Messages>> = { en, de, fr, es, it };

/** Fills `$1` to `$9` as browsers do; `$$` is a dollar sign. */
export const getMessageFrom = (messages: Messages): GetMessage => (key, args = []) =>
  (messages[key]?.message ?? '').replace(/\$(\$|[1-9])/g, (_, digit: string) => (digit === '$' ? '$' : args[Number(digit) - 1] ?? ''));

/** Letters that no real message holds, so that what is left in plain letters was never a message. */
const accents: Readonly<Record<string, string>> = Object.fromEntries([...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) =>
  [letter, [...'àƀçðéƒĝĥîĵķļɱñóþɋŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÓÞɊŔŠŢÛṼŴẊÝŽ'][index] ?? letter]));

/** Messages a third longer, in brackets and in accented letters; placeholders stay. */
export const toPseudo = (messages: Messages): Messages =>
  Object.fromEntries(Object.entries(messages).map(([key, { message }]) => {
    const accented = message.replace(/\{\w+\}|\$[1-9$]|[a-zA-Z]/g, (part) => (part.length === 1 ? accents[part] ?? part : part));
    return [key, { message: key === 'interface_language' ? 'el' : `[${accented}${'·'.repeat(Math.ceil(message.length / 3))}]` }];
  }));

/** Greek dates and numbers stand in the pseudo-locale: they have no plain letters either. */
export const textOf = (locale: string): T => {
  if (locale === 'pseudo') return textFrom(getMessageFrom(toPseudo(en)), 'el');
  if (locale === 'rtl') {
    const get = getMessageFrom({ ...en, '@@bidi_dir': { message: 'rtl' } });
    return textFrom(get, 'en');
  }
  return textFrom(getMessageFrom(locales[locale] ?? en), locale);
};
