import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { annotateText } from '../../mentions/annotate-text.ts';
import { buildLexicon } from '../../mentions/build-lexicon.ts';
import { openLexicon, type Lexicon } from '../../mentions/lexicon.ts';
import { loadRecords } from '../../tools/records.ts';

interface Case {
  readonly lang: string;
  readonly title?: string;
  readonly text: string;
  readonly found: readonly string[];
}

const mark = /\{\{([^{}|]+)\|([^{}|]+)\}\}|\[\[([^[\]|]+)\|([^[\]|]+)\|([^[\]|]+)\]\]/gu;

/** Reads `marked.txt`: "// heading", "# lang", then a passage a line, "T: title | " before it where it has one. */
const readCases = (source: string): Map<string, Case[]> => {
  const sections = new Map<string, Case[]>();
  let heading = '';
  let lang = '';
  for (const line of source.split('\n')) {
    if (line.startsWith('// ')) heading = line.slice(3);
    else if (line.startsWith('# ')) lang = line.slice(2);
    else if (line !== '') {
      const [, title, marked] = /^(?:T: (.*?) \| )?(.*)$/u.exec(line)!;
      const mentions: string[] = [];
      const claims: string[] = [];
      const text = marked!.replace(mark, (_, name: string | undefined, id: string, words: string, claim: string, models: string) => {
        if (name === undefined) for (const model of models.split(',')) claims.push(`${words}: ${claim} of ${model}`);
        else mentions.push(`${name} = ${id}`);
        return name ?? words;
      });
      sections.set(heading, [...(sections.get(heading) ?? []), { lang, text, found: [...mentions, ...claims], ...(title !== undefined && { title }) }]);
    }
  }
  return sections;
};

describe.each([...readCases(readFileSync(join(import.meta.dirname, 'marked.txt'), 'utf8'))])('%s', (_, cases) => {
  let lexicon: Lexicon;
  beforeAll(async () => {
    lexicon = openLexicon(buildLexicon((await loadRecords()).byId.values()));
  });

  it.each(cases)('$lang: $text', ({ lang, title, text, found }) => {
    const { mentions, claims } = annotateText(lexicon, text, { lang, ...(title !== undefined && { title }) });
    expect([
      ...mentions.map(({ start, end, id }) => `${text.slice(start, end)} = ${id}`),
      ...claims.map((claim) => `${claim.text}: ${claim.claim} of ${claim.mention.id}`),
    ]).toEqual(found);
  });
});
