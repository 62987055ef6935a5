/**
 * A quick test that lets most text go before claims are looked for (claims.ts). Apart from them, since a page asks it before it gets them.
 */

const quickTest =
  /open|offene|propriet|proprié|propiet|closed|geschlossen|quelloffen|ouvert|fermé|abiert|cerrad|apert|chius|abert|fechad|gesloten|otwart|zamkni|własnościow|开源|開源|闭源|閉源|权重|權重|オープン|クローズド|非公開|비공개|개방된|공개된|プロプライエタリ|오픈|개방형|폐쇄형|클로즈드|privativ|propriët|codice|código/i;

/** Whether `text` may claim anything of a model's openness. */
export const mayHoldClaim = (text: string): boolean => quickTest.test(text);
