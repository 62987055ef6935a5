/** Citations of a card, and reports of errors in it. */
import { describe, expect, it } from 'vitest';
import { noSources, openWeights, restrictedLicence, sampleDay } from '../../components/gallery/samples.ts';
import { cite, citationFormats } from '../../glossary/citations.ts';
import { writeErrorReport } from '../../glossary/error-report.ts';

describe('cite', () => {
  it('names record, verdict, day of the data and every source', () => {
    const lines = cite(openWeights, 'plain', sampleDay).split('\n');
    expect(lines[0]).toBe('DeepSeek-R1: open weights. Ajar, record deepseek-r1, data of 2026-11-23. https://github.com/deepseek-ai/DeepSeek-R1 Retrieved 2026-11-23.');
    expect(lines).toHaveLength(1 + openWeights.sources.length);
    expect(lines[3]).toBe('[3] European Open Source AI Index, osai-index.eu. https://osai-index.eu/');
  });

  it('gives CSL-JSON that a reference manager can read', () => {
    const items = JSON.parse(cite(openWeights, 'csl', sampleDay));
    expect(items).toHaveLength(6);
    expect(items[0]).toMatchObject({ type: 'webpage', title: 'DeepSeek-R1: open weights', issued: { 'date-parts': [[2026, 11, 23]] }, accessed: { 'date-parts': [[2026, 11, 23]] } });
    expect(new Set(items.map(({ id }: { id: string }) => id)).size).toBe(6);
  });

  it('gives BibTeX with one entry each, keys without blanks', () => {
    const keys = [...cite(openWeights, 'bibtex', sampleDay).matchAll(/^@misc\{([a-z0-9-]+),$/gm)].map(([, key]) => key);
    expect(keys).toEqual(['ajar-deepseek-r1', ...[1, 2, 3, 4, 5].map((n) => `ajar-deepseek-r1-${n}`)]);
  });

  it('escapes what BibTeX or Markdown would read as its own', () => {
    const odd = { ...noSources, name: '100% {of} A_B & C\\D #1 ~ ^', sources: [{ url: 'https://example.org/a_(b)%20c', title: '[x](y) *z*' }] };
    const bibtex = cite(odd, 'bibtex', sampleDay);
    expect(bibtex).toContain('100\\% \\{of\\} A\\_B \\& C\\textbackslash{}D \\#1 \\textasciitilde{} \\textasciicircum{}');
    expect(bibtex).toContain('url = {https://example.org/a_(b)%20c}');
    expect(cite(odd, 'markdown', sampleDay)).toContain('1. [\\[x\\](y) \\*z\\*](https://example.org/a_%28b%29%20c)');
  });

  it.each(citationFormats)('%s of a record without sources or links stands', (format) => {
    expect(cite(noSources, format, sampleDay)).toContain('Bare record');
  });
});

describe('writeErrorReport', () => {
  it('is filled with record, fact, source and version', () => {
    const fact = restrictedLicence.facts[0]!;
    expect(writeErrorReport(restrictedLicence, { fact, version: '1.2.3' }).split('\n')).toEqual([
      'Record: llama-4-community (Llama 4 Community License)', 'Fact: user-cap = yes: over 700 million monthly users need a licence of their own',
      'Source: https://spdx.org/licenses/MIT.html (checked 2026-11-23)', 'Data of: 2026-11-23', 'Ajar: 1.2.3', 'What is wrong: ', 'A source that says so: ',
    ]);
  });

  it('of the whole record names no fact', () => {
    expect(writeErrorReport(noSources, { version: '1' })).not.toContain('Fact:');
  });
});
