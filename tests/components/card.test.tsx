/** What a reader of a card relies on. */
import { Window, type Document } from 'happy-dom';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { Card, type CardProps } from '../../components/Card.tsx';
import { describeCard } from '../../components/describe.ts';
import type { MessageKey } from '../../components/text.ts';
import * as samples from '../../components/gallery/samples.ts';
import { textOf } from '../../components/gallery/locales.ts';
import { Words } from '../../components/words.tsx';
import type { Card as CardData } from '../../glossary/card.ts';

const show = (card: CardData, props: Partial<CardProps> = {}, locale = 'en'): Document => {
  const { document } = new Window();
  document.body.innerHTML = renderToString(<Words.Provider value={textOf(locale)}><Card card={card} size="full" today={samples.sampleDay} {...props} /></Words.Provider>);
  return document;
};
const textIn = (document: Document, selector = 'article'): string => document.querySelector(selector)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
const all = (document: Document, selector: string): string[] => [...document.querySelectorAll(selector)].map(({ textContent }) => textContent.trim());

describe('the verdict', () => {
  it.each([['openSource', 'Open source AI'], ['openWeights', 'Open weights'], ['restrictedWeights', 'Restricted weights'], ['closed', 'Closed'], ['allUnknown', 'Not known']] as const)(
    'of %s stands in words beside its door', (name, words) => {
      const document = show(samples[name], { size: 'glance' });
      expect(textIn(document, '.verdict-words')).toBe(words);
      expect(document.querySelector('.head svg')!.getAttribute('aria-hidden')).toBe('true');
    });

  it('names the restriction of restricted weights', () => {
    expect(textIn(show(samples.restrictedWeights), '.verdict')).toContain('The licence, Llama 3.1 Community License, is not open: a cap on users or revenue.');
  });

  it('says beside it that a download asks first', () => {
    expect(textIn(show(samples.restrictedWeights), '.verdict')).toContain('asks for acceptance or approval');
    expect(textIn(show(samples.openWeights), '.verdict')).not.toContain('asks for acceptance');
  });

  it('of a mixed family is its spread, never one tier', () => {
    const document = show(samples.family);
    expect(textIn(document, '.verdict-words')).toBe('Depends on the release');
    expect(all(document, '.legend li')).toEqual(['1 × Open weights', '4 × Restricted weights', '1 × Closed']);
  });

  it('warns where a licence leaves out the European Union', () => {
    expect(textIn(show(samples.restrictedLicence))).toContain('leaves out the European Union');
    expect(textIn(show(samples.openLicence))).not.toContain('leaves out');
  });
});

describe('links', () => {
  it('of one role to one site are told apart by their path', () => {
    const links = [{ role: 'text', url: 'https://eur-lex.europa.eu/eli/reg/2024/1689/oj#art_6' }, { role: 'text', url: 'https://eur-lex.europa.eu/eli/reg/2026/1744/oj' }, { role: 'unofficial', url: 'https://www.example.org/a/' }] as const;
    expect(all(show({ ...samples.article, links }), '.links .host')).toEqual(['eur-lex.europa.eu/eli/reg/2024/1689/oj#art_6', 'eur-lex.europa.eu/eli/reg/2026/1744/oj', 'example.org']);
  });
});

describe('a body', () => {
  it('of the type that its kind says already does not say it twice', () => {
    expect(all(show(samples.company, { size: 'glance' }), '.facts dt')).toEqual(['Founded']);
  });
});

describe('sources', () => {
  it('are listed once each, with title, host, dates and how they were read', () => {
    const items = all(show(samples.openWeights), '.sources li');
    expect(items).toHaveLength(5);
    expect(items[3]).toMatch(/^Model Openness Tool\s*mot\.isitopen\.ai/);
    expect(items[3]).toContain('as of Apr 12, 2026');
    expect(items[3]).toContain('checked Nov 23, 2026');
    expect(items[3]).toContain('second-hand');
  });

  it('have the same number wherever they are named', () => {
    const document = show(samples.openWeights);
    for (const link of document.querySelectorAll('.ref a')) {
      expect(link.getAttribute('href')).toBe(samples.openWeights.sources[Number(link.textContent) - 1]!.url);
    }
  });

  it('are numbered once a fact, however often they carry it', () => {
    for (const row of show(samples.openWeights, { size: 'glance' }).querySelectorAll('.row, .what')) {
      const numbers = [...row.querySelectorAll('.ref')].map(({ textContent }) => textContent);
      expect(new Set(numbers).size).toBe(numbers.length);
    }
  });

  it('back every known fact', () => {
    for (const row of show(samples.openWeights).querySelectorAll('.facts .row:not(.not-known)')) expect(row.querySelector('.ref'), row.textContent).not.toBeNull();
  });

  it('open apart from the page', () => {
    for (const name of ['openWeights', 'article', 'restrictedLicence'] as const) {
      for (const link of show(samples[name]).querySelectorAll('a[href]')) {
        expect(link.getAttribute('target')).toBe('_blank');
        expect(link.getAttribute('rel')).toBe('noopener noreferrer');
      }
    }
  });

  it('that were read over 180 days ago say so beside the fact', () => {
    expect(textIn(show(samples.restrictedLicence), '.facts')).toContain('checked Feb 1, 2026');
    expect(textIn(show(samples.restrictedLicence, { today: '2026-06-01' }), '.facts')).not.toContain('checked Feb 1, 2026');
  });
});

describe('what is not known', () => {
  it('is said, not left out', () => {
    const document = show(samples.allUnknown);
    expect(textIn(document, '.facts')).toContain('Not knownMaker, Country, Released');
    expect(all(document, '.component-state').every((state) => state === 'not known')).toBe(true);
    expect(all(show(samples.allUnknown, { size: 'glance' }), '.row')[0]).toContain('not known');
  });

  it('is never met', () => {
    expect(all(show(samples.allUnknown), '.condition-met').every((met) => met === 'not known')).toBe(true);
  });

  it('of a version is said with what is known of the family', () => {
    expect(textIn(show(samples.family, { unknownVersion: '3.4' }))).toContain('version 3.4, which is not in the data');
  });
});

describe('the component picture', () => {
  it('tells each state in words to those who do not see it', () => {
    expect(all(show(samples.openWeights, { size: 'glance' }), '.glance-parts li')).toEqual([
      'weights: released', 'code to run: released', 'code to train: not released', 'training data: not released', 'report: released', 'model card: partly released',
    ]);
  });

  it('lists a component once, though data names it twice', () => {
    const twice: CardData = { ...samples.openWeights, model: { ...samples.openWeights.model!, components: [...samples.openWeights.model!.components, ...samples.openWeights.model!.components] } };
    expect(show(twice).querySelectorAll('.component')).toHaveLength(samples.openWeights.model!.components.length);
  });
});

describe('the AI Act’s conditions', () => {
  it('are counted, with what stays due and that this is no legal advice', () => {
    const text = textIn(show(samples.openWeights), '.exemption');
    expect(text).toContain('Published facts meet 2 of 5 open-source conditions, 2 not known');
    expect(text).toContain('Due either way: a copyright policy and a public summary of the training content.');
    expect(text).toContain('no legal advice');
  });
});

describe('a claim', () => {
  const claim = { text: 'open-source', claim: 'open-source', verdict: 'contradicted' } as const;

  it('is quoted, with the finding in one neutral sentence and its source', () => {
    const document = show(samples.restrictedWeights, { claims: [claim] });
    expect(textIn(document, '.claim')).toContain(
      'This page says “open-source”. That differs from the OSI\'s definition. Llama 3.1 Community License is not open: a cap on users or revenue and limits on what it may be used for.');
    expect(textIn(document, '.claim q')).toBe('open-source');
  });

  it('says why weights are restricted once, not again above it', () => {
    const claimed = textIn(show(samples.restrictedWeights, { size: 'glance', claims: [claim] }));
    expect(claimed.match(/a cap on users or revenue/g)).toHaveLength(1);
    const plain = textIn(show(samples.restrictedWeights, { size: 'glance' }));
    expect(plain.match(/a cap on users or revenue/g)).toHaveLength(1);
  });

  it('that is reported is its speaker’s', () => {
    expect(textIn(show(samples.closed, { claims: [{ ...claim, speaker: 'Meta' }] }), '.claim')).toContain('Meta says “open-source”, as this page reports.');
  });

  it('begins with a capital, where its speaker is no name', () => {
    expect(textIn(show(samples.closed, { claims: [{ ...claim, speaker: 'its maker' }] }), '.claim')).toContain('Its maker says');
    expect(textIn(show(samples.closed, { claims: [{ ...claim, speaker: 'xAI' }] }), '.claim')).toContain('xAI says');
  });

  it('keeps the order of words of each language', () => {
    expect(textIn(show(samples.openWeights, { claims: [{ ...claim, verdict: 'weights-only' }] }, 'de'), '.claim')).toContain('Auf dieser Seite steht „open-source“.');
  });

  it('is never called false or a lie', () => {
    const verdicts = ['supported', 'weights-only', 'contradicted', 'unknown'] as const;
    for (const card of [samples.openSource, samples.openWeights, samples.restrictedWeights, samples.closed, samples.allUnknown, samples.family]) {
      for (const kind of ['open-source', 'open-weights', 'closed'] as const) {
        for (const verdict of verdicts) {
          const text = textIn(show(card, { claims: [{ text: 'words', claim: kind, verdict }] }), '.claim');
          expect(text).toMatch(/^This page says “words”\. [A-Z]/);
          expect(text).not.toMatch(/\b(false|lie|lies|wrong|untrue|mislead\w*)\b/i);
        }
      }
    }
  });
});

describe('a law', () => {
  it.each([
    ['2024-07-01', 'State not known'], ['2024-08-01', 'In force since August 1, 2024, not yet applicable'], ['2025-08-01', 'In force since August 1, 2024, not yet applicable'],
    ['2025-08-02', 'Applies since August 2, 2025'],
  ])('on %s is as it is on that day', (today, words) => {
    expect(textIn(show(samples.article, { today }), '.verdict-words')).toBe(words);
  });

  it('is said to wait for its next step only where that is dated', () => {
    const inForce = { ...samples.vetoed, law: { ...samples.vetoed.law!, dates: [{ date: '2026-01-01', meaning: 'in-force' as const, how: samples.article.law!.dates[0]!.how }] } };
    expect(textIn(show(inForce), '.verdict-words')).toBe('In force since January 1, 2026');
    const code = { ...inForce, law: { ...inForce.law, instrument: 'code-of-practice' as const, dates: [{ ...inForce.law.dates[0]!, meaning: 'adopted' as const }] } };
    expect(textIn(show(code), '.verdict-words')).toBe('Adopted on January 1, 2026');
    expect(textIn(show(samples.vetoed, { today: '2024-03-01' }), '.verdict-words')).toBe('Proposed on February 7, 2024, not yet law');
  });

  it('says what comes next, and in how many days', () => {
    expect(textIn(show(samples.article, { today: '2025-08-01' }), '.steps')).toContain('Next step: applies on August 2, 2025, in 1 day.');
    expect(textIn(show(samples.article), '.steps')).toContain('in 252 days');
  });

  it('says what it is before what of it applies', () => {
    const parts = [...show(samples.regulation, { size: 'glance' }).querySelectorAll('.verdict, .summary, .steps')].map(({ className }) => className.split(' ')[0]);
    expect(parts).toEqual(['verdict', 'summary', 'steps']);
  });

  it('has no state where it is a recital, and offers its text at a glance', () => {
    const document = show(samples.recital, { size: 'glance' });
    expect(textIn(document)).toContain('A recital gives the reasons for the law');
    expect(textIn(document)).not.toContain('State not known');
    expect(document.querySelector('.foot a')!.textContent).toBe('Full text');
  });

  it('at a glance names the parts that came to apply last, the newest first', () => {
    expect(all(show(samples.regulation, { size: 'glance' }), '.applies li')).toEqual(['general-purpose models: since August 2, 2025', 'chapters I and II: since February 2, 2025']);
  });

  it('shows what an amendment moved, by whom', () => {
    const moved = all(show(samples.regulation), '.dates li.moved');
    expect(moved).toHaveLength(1);
    expect(moved[0]).toContain('until changed by Regulation (EU) 2026/1744');
    expect(all(show(samples.regulation, { today: '2026-01-01' }), '.dates li.moved')[0]).toContain('Dec 2, 2027');
  });

  it('that never came is told in the words of its end', () => {
    expect(textIn(show(samples.vetoed), '.verdict-words')).toBe('Vetoed on September 29, 2024');
  });

  it('puts today between the dates around it', () => {
    const today = Number.parseFloat(show(samples.article).querySelector('.timeline-now')!.getAttribute('x1')!);
    const [, , past, future] = [...show(samples.article).querySelectorAll('.timeline circle')].map((dot) => Number.parseFloat(dot.getAttribute('cx')!));
    expect(today).toBeGreaterThan(past!);
    expect(today).toBeLessThan(future!);
  });
});

describe('the timeline', () => {
  it.each(['article', 'regulation', 'vetoed'] as const)('of %s gives each date room of its own', (name) => {
    const labels = [...show(samples[name]).querySelectorAll('.timeline-labels li')].map((label) => {
      const [start = 0, width = 0] = [...label.getAttribute('style')!.matchAll(/:\s*([\d.]+)%/g)].map(([, number]) => Number(number));
      return { start, end: start + width };
    });
    expect(labels.length).toBeGreaterThan(1);
    expect(labels[0]!.start).toBeGreaterThanOrEqual(0);
    expect(labels.at(-1)!.end).toBeLessThanOrEqual(100.01);
    labels.slice(1).forEach(({ start }, index) => expect(start).toBeGreaterThanOrEqual(labels[index]!.end - 0.01));
  });
});

describe('the age of the data', () => {
  it.each([['2026-11-23', ''], ['2027-02-21', ''], ['2027-02-22', 'Over 90 days old'], ['2027-05-23', 'Over 180 days old']])('on %s speaks up: %s', (today, words) => {
    const text = textIn(show(samples.openWeights, { today }), '.data-of');
    expect(text).toContain('data of Nov 23, 2026');
    expect(text.includes('days old')).toBe(words !== '');
    expect(text).toContain(words);
  });
});

describe('the language of a card', () => {
  it('is the reader’s, while prose is marked as English', () => {
    const document = show(samples.openWeights, {}, 'fr');
    expect(document.querySelector('article')!.getAttribute('lang')).toBe('fr');
    expect(textIn(document, '.verdict-words')).toBe('Poids ouverts');
    for (const prose of ['A large language model trained for long chains of reasoning.', 'Six smaller models distilled from it were released on the same day.']) {
      expect([...document.querySelectorAll('[lang="en"]')].some(({ textContent }) => textContent === prose)).toBe(true);
    }
  });

  it('keeps the capital of German nouns inside a sentence, and of no other words', () => {
    const model = { ...samples.openWeights.model!, mof: { ...samples.openWeights.model!.mof, missing: ['technical-report', 'datasets', 'inference-code'] as const, unknown: [] } };
    expect(textIn(show({ ...samples.openWeights, model }, { size: 'full' }, 'de'))).toContain('fehlt: technischer Bericht, Trainingsdaten und Code zum Ausführen');
  });

  it('turns with the direction of the script', () => {
    expect(show(samples.openWeights, {}, 'rtl').querySelector('article')!.getAttribute('dir')).toBe('rtl');
  });
});

describe('structure', () => {
  it('is labelled by the record’s name', () => {
    const document = show(samples.openWeights, { role: 'dialog' });
    const card = document.querySelector('[role="dialog"]')!;
    expect(document.getElementById(card.getAttribute('aria-labelledby')!)!.textContent).toBe('DeepSeek-R1');
  });

  it('has headings without a gap in their levels', () => {
    for (const card of Object.values(samples.cards)) {
      const levels = [...show(card).querySelectorAll('h1, h2, h3, h4')].map(({ tagName }) => Number(tagName[1]));
      levels.forEach((level, index) => expect(level - (levels[index - 1] ?? 1), card.name).toBeLessThanOrEqual(1));
    }
  });

  it('offers only the actions that it is given', () => {
    expect(all(show(samples.openWeights, { size: 'glance' }), '.actions button')).toEqual(['Why']);
    expect(all(show(samples.openWeights, { actions: { onPauseSite: () => undefined } }), '.actions button')).toEqual(['Off on this site']);
  });

  it('names other records as text where it cannot show them', () => {
    expect(show(samples.openWeights).querySelectorAll('.record-link')).toHaveLength(0);
    expect(show(samples.openWeights, { onOpen: () => undefined }).querySelectorAll('.record-link').length).toBeGreaterThan(3);
  });

  it('marks what is the reader’s own', () => {
    expect(textIn(show(samples.own))).toContain('From your own glossary');
    expect(textIn(show(samples.concept))).not.toContain('From your own glossary');
  });
});

describe('describeCard', () => {
  const t = textOf('en');
  it.each([[samples.openWeights, 'DeepSeek-R1, model, Open weights'], [samples.family, 'Llama, model family, Depends on the release'], [samples.article, 'EU AI Act, Article 53, article, applicable'], [samples.openLicence, 'MIT License, licence, Open licence']])(
    'says name, kind and verdict once', (card, words) => {
      expect(describeCard((key) => t(key as MessageKey), card, samples.sampleDay)).toBe(words);
    });
});
