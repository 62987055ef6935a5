/**
 * Guesses the language of a text where nobody says it: by script, then by the most common short words. Called for plain
 * text; on a page the page's own `lang` is used.
 */
const commonWords: Readonly<Record<string, string>> = {
  en: 'the and of to in is that for with are was this from has have by it as on an be its which',
  de: 'der die und das ist von mit den nicht ein eine auf für dem sich des im zu auch werden wird als bei einer sind',
  fr: 'le la les des et est une du dans pour que qui par sur pas au avec plus sont ce cette ses aux être',
  es: 'el la los las de y que en un una por con para del es se su más como al lo sus pero esta',
  it: 'il di che la e un una per non è con del della sono i le gli nel più da dei alla anche si',
  pt: 'o a os as de que e um uma em do da para com não por no na mais dos é ao se das como',
  nl: 'de het een van en is dat op te in voor met zijn niet door aan ook bij als naar worden wordt er',
  pl: 'i w na nie się że z do jest to o jak po od przez dla za oraz są które który tym ma ze',
};
const tables = new Map(Object.entries(commonWords).map(([lang, words]) => [lang, new Set(words.split(' '))]));

/** BCP 47 language of `text`, or undefined where it is too short to tell. */
export const guessLanguage = (text: string): string | undefined => {
  const sample = text.slice(0, 4000);
  if (/[\u3041-\u30fa]/.test(sample)) return 'ja';
  if (/[\uac00-\ud7a3]/.test(sample)) return 'ko';
  if (/[\u4e00-\u9fff]/.test(sample)) return 'zh';
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  let best: string | undefined;
  let most = 1;
  for (const [lang, table] of tables) {
    let count = 0;
    for (const word of words) if (table.has(word)) count += 1;
    if (lang === 'pl' && /[ąęłśżźćń]/.test(sample)) count += 3;
    if (count > most) {
      best = lang;
      most = count;
    }
  }
  return best;
};
