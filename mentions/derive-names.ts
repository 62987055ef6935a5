/**
 * Names that follow from a record's names by rule, so that nobody has to list them: the other order of a version and a
 * tier ("Claude Sonnet 3.5" for "Claude 3.5 Sonnet"), the short form without the family ("Sonnet 3.5"), which stands for
 * the release only where its family is named, the other spelling of "licence", and Polish cases. Called by the compiler.
 */
import { isFamily, isRelease, type AnyRecord, type Name } from '../data/schema/record.ts';

/** A derived name: `record` is the index in `records`; a short one needs its family on the page. */
export interface DerivedName {
  readonly name: Name;
  readonly short: boolean;
  readonly record: number;
}

const compact = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
const versionFirst = /^(\d+(?:\.\d+)*) (\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?)$/u;
const versionLast = /^(\p{Lu}[\p{L}-]*(?: \p{Lu}[\p{L}-]*)?) (\d+(?:\.\d+)*)$/u;

/** Cases of a Polish noun in "-a" but the nominative; the instrumental, "Llamą", is matched as an accent of the name itself. */
const casesOf = (name: string): readonly string[] => {
  const stem = name.slice(0, -1);
  const soft = /[kgijly]$/.test(stem);
  const locative = /[^aeiouykgcjlr]$/.test(stem) ? [`${stem.replace(/t$/, 'c').replace(/d$/, 'dz')}ie`] : /r$/.test(stem) ? [`${stem}ze`] : [];
  return [`${stem}${soft ? 'i' : 'y'}`, `${stem}ę`, ...locative];
};

/** Polish cases of the names that change in them: "Llamy", "Gemmę", "Mecie". */
export const inflectNames = (records: readonly AnyRecord[]): { readonly name: Name; readonly base: Name; readonly record: number }[] =>
  records.flatMap((record, index) => (record.kind === 'concept' || isRelease(record) ? [] : record.names
    .filter((base) => base.lang === undefined && /^\p{Lu}\p{L}*\p{Ll}a$/u.test(base.text))
    .flatMap((base) => casesOf(base.text).map((text) => ({ name: { ...base, text }, base, record: index })))));

/** "Llama 3.1 Community License" as other languages put it. */
const communityLicences: readonly string[] = (
  '* Community License Agreement|* Community Licence|* License|* Licence|*-Lizenz|*-Community-Lizenz|Community-Lizenz von *|licence communautaire *|licence communautaire de *|licence Community de *|licencia comunitaria *|licencia comunitaria de *|licencia Community de *'
  + '|licenza comunitaria *|licenza comunitaria di *|licenza Community di *|licença comunitária *|licença comunitária do *|licença comunitária da *|*-communitylicentie|communitylicentie van *'
  + '|licencja społecznościowa *|licencji społecznościowej *|licencją społecznościową *|licencję społecznościową *|*社区许可证|*社区许可协议|*社群授權|*コミュニティライセンス|*コミュニティ・ライセンス|* 커뮤니티 라이선스'
).split('|');

export const deriveNames = (records: readonly AnyRecord[]): DerivedName[] => {
  const taken = new Set(records.flatMap((record) => record.names.map((name) => compact(name.text))));
  const families = new Map(records.filter(isFamily).map((record) => [record.id, record]));
  const derived: DerivedName[] = [];
  const add = (text: string, short: boolean, record: number): void => {
    const key = compact(text);
    if (taken.has(key)) return;
    taken.add(key);
    derived.push({ name: { text, safety: short ? 'context' : 'alone' }, short, record });
  };
  records.forEach((record, index) => {
    // The record's own name, where it is long enough to mean nothing else: "Llama 2 Community License".
    if ((record.kind === 'licence' || record.kind === 'regulation') && /\s\S+\s/.test(record.name)) add(record.name, false, index);
    // "SB 53" is short for "Senate Bill 53", in as much doubt.
    for (const name of record.kind === 'regulation' ? record.names : []) {
      const [, house, number] = /^(?:California )?(SB|AB|HB) (\d[\d-]*)$/.exec(name.text) ?? [];
      const text = `${house === 'SB' ? 'Senate' : house === 'AB' ? 'Assembly' : 'House'} Bill ${number}`;
      if (number === undefined || name.safety !== 'context' || taken.has(compact(text))) continue;
      taken.add(compact(text));
      derived.push({ name: { ...name, text }, short: false, record: index });
    }
    if (record.kind === 'licence') {
      for (const text of [record.name, ...record.names.map((name) => name.text)]) {
        const owner = /^(\S.*) Community License$/.exec(text)?.[1];
        for (const phrase of owner === undefined ? [] : communityLicences) add(phrase.replace('*', owner!), false, index);
      }
      for (const name of record.names) {
        const text = name.text.replace(/\b(L|l)icen([cs])e\b/g, (_, first: string, letter: string) => `${first}icen${letter === 'c' ? 's' : 'c'}e`);
        if (text === name.text || taken.has(compact(text))) continue;
        taken.add(compact(text));
        derived.push({ name: { ...name, text }, short: false, record: index });
      }
    }
    if (!isRelease(record)) return;
    const family = families.get(record.family);
    if (!family || !record.name.startsWith(`${family.name} `)) return;
    const rest = record.name.slice(family.name.length + 1);
    const [, version, tier] = versionFirst.exec(rest) ?? [];
    const [, tierFirst, versionAfter] = versionLast.exec(rest) ?? [];
    const word = tier ?? tierFirst;
    const number = version ?? versionAfter;
    if (!word || !number) return;
    add(`${family.name} ${number} ${word}`, false, index);
    add(`${family.name} ${word} ${number}`, false, index);
    if (word.length > 4 && number.length > 0) {
      add(`${word} ${number}`, true, index);
      add(`${number} ${word}`, true, index);
    }
  });
  return derived;
};
