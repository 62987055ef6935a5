/** Every view in every state, for the gallery and for the tests that render all of them. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { Card as CardData } from '../../glossary/card.ts';
import { Card, CardState, type CardActions, type JudgedClaim } from '../Card.tsx';
import { Glossary } from '../Glossary.tsx';
import { CompareTable } from '../Compare.tsx';
import { Options, type OptionsProps } from '../Options.tsx';
import { Welcome } from '../Welcome.tsx';
import { kinds } from '../../data/schema/lists.ts';
import { Report } from '../Report.tsx';
import { isModelCard } from '../../glossary/compare.ts';
import type { PageState } from '../lists.tsx';
import { makePageReport } from '../../glossary/page-report.ts';
import { cards, entries, frame, openWeights, restrictedWeights, sampleDay } from './samples.ts';

export interface Story {
  readonly id: string;
  readonly width: number;
  readonly view: () => VNode;
}

/** A view after somebody used it: shows states that only come with a press or a word. */
const Used = ({ act, children }: { act: (root: HTMLElement) => void; children: ComponentChildren }) => {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (root.current) act(root.current);
  }, []);
  return <div ref={root}>{children}</div>;
};
const press = (nth: number, selector: string) => (root: HTMLElement): void => root.querySelectorAll<HTMLElement>(selector)[nth]?.click();
const type = (words: string) => (root: HTMLElement): void => {
  const input = root.querySelector('input')!;
  input.value = words;
  input.dispatchEvent(new Event('input', { bubbles: true }));
};

const later = () => Promise.resolve();
const noop = () => undefined;
const actions: CardActions = { onCopy: later, onPauseSite: noop, onShowInGlossary: noop, version: '0.1.0', issuesUrl: 'https://example.org/issues' };

const claims: Readonly<Record<string, readonly JudgedClaim[]>> = {
  openWeights: [{ text: 'open-source', claim: 'open-source', verdict: 'weights-only' }],
  restrictedWeights: [{ text: 'open source', claim: 'open-source', verdict: 'contradicted', speaker: 'Meta' }],
  openSource: [{ text: 'fully open', claim: 'open-source', verdict: 'supported' }],
  closed: [{ text: 'proprietary', claim: 'closed', verdict: 'supported' }],
  allUnknown: [{ text: 'open-weight', claim: 'open-weights', verdict: 'unknown' }],
};

const sheet = (view: VNode): VNode => <div class="gallery-sheet">{view}</div>;
/** Cards in both sizes. */
export const recordStories = (records: readonly CardData[]): Story[] => records.flatMap((card) => (['glance', 'full'] as const).map((size) => ({
  id: `record-${size}-${card.id}`, width: 384,
  view: () => sheet(<Card card={card} size={size} today={sampleDay} actions={actions} onOpen={noop} {...(size === 'glance' ? { onMore: noop } : {})} />),
})));
const cardStories: Story[] = Object.entries(cards).flatMap(([name, card]) => (['glance', 'full'] as const).map((size) => ({
  id: `card-${size}-${name}`, width: 384,
  view: () => sheet(
    <Card card={card} size={size} today={sampleDay} actions={actions} onOpen={noop} {...(size === 'glance' ? { onMore: noop } : {})}
      {...(claims[name] ? { claims: claims[name] } : {})} {...(name === 'article' ? { pinpoint: '53(1)(d)' } : {})} />,
  ),
})));

const entryOf = (id: string) => entries.find((entry) => entry.id === id);
export const sampleReport = makePageReport([{ frame: 0, report: frame }], entryOf);
const emptyReport = makePageReport([{ frame: 0, report: { mentions: [], claims: [], complete: true } }], entryOf);

const popup = (page: PageState, over: Partial<Parameters<typeof Glossary>[0]> = {}): VNode => (
  <div class="gallery-page">
    <Glossary entries={entries} page={page} recent={['mit', 'eu-ai-act', 'gpt-4o']} today={sampleDay} site="example.org" isOnHere isOnEverywhere onHere={noop} onEverywhere={noop}
      onGoTo={noop} loadCard={(id) => Promise.resolve(Object.values(cards).find((card) => card.id === id) ?? null)} onOpened={noop} onReport={noop} onOptions={noop} actions={actions} {...over} />
  </div>
);
const pageStates: Readonly<Record<string, PageState>> = {
  'ready': { state: 'ready', report: sampleReport }, 'empty': { state: 'ready', report: emptyReport }, 'loading': { state: 'loading' }, 'unreadable': { state: 'unreadable' },
  'withheld': { state: 'withheld', onAsk: noop }, 'local-file': { state: 'local-file' }, 'unseen': { state: 'unseen', onSettings: noop }, 'on-click': { state: 'on-click', onAsk: noop }, 'paused': { state: 'paused' }, 'failed': { state: 'failed', onRetry: noop },
};
const popupStories: Story[] = [
  ...Object.entries(pageStates).map(([name, page]): Story => ({ id: `popup-${name}`, width: 400, view: () => popup(page, name === 'paused' ? { isOnHere: false } : {}) })),
  { id: 'popup-search', width: 400, view: () => <Used act={type('lama')}>{popup(pageStates.ready!)}</Used> },
  { id: 'popup-search-none', width: 400, view: () => <Used act={type('zyxwvut')}>{popup(pageStates.ready!)}</Used> },
  { id: 'popup-record', width: 400, view: () => popup(pageStates.ready!, { start: 'deepseek-r1' }) },
  { id: 'popup-record-deleted', width: 400, view: () => popup(pageStates.ready!, { start: 'gone' }) },
  { id: 'popup-no-entries', width: 400, view: () => popup(pageStates.loading!, { entries: null, recent: [] }) },
];

const panel = (page: PageState): VNode => (
  <div class="gallery-page">
    <Report page={page} title="Open or not? What the new models really share" url="https://example.org/article" today={sampleDay} loadCard={(id) => Promise.resolve(Object.values(cards).find((card) => card.id === id) ?? null)}
      onGoTo={noop} onSave={noop} onPrint={noop} actions={actions} />
  </div>
);
const panelStories: Story[] = [
  ...Object.entries(pageStates).filter(([name]) => ['ready', 'empty', 'loading', 'withheld'].includes(name)).map(([name, page]): Story => ({ id: `panel-${name}`, width: 380, view: () => panel(page) })),
  { id: 'panel-in-order', width: 380, view: () => <Used act={press(1, '.segments button')}>{panel(pageStates.ready!)}</Used> },
  { id: 'panel-compare', width: 600, view: () => <div class="gallery-page"><div class="report"><CompareTable models={[cards.openWeights!, cards.openSource!, cards.restrictedWeights!, cards.closed!].filter(isModelCard)} today={sampleDay} onBack={noop} /></div></div> },
];

const settings = {
  enabled: true, sites: 'all', pausedSites: ['example.org', 'intranet.example'], onlySites: [], kinds: Object.fromEntries(kinds.map((kind) => [kind, kind !== 'company'])) as OptionsProps['settings']['kinds'],
  repeat: 'spaced', inlineCode: false, claims: false, look: 'dotted', open: 'hover', delayMs: 300, theme: 'auto',
} as const satisfies OptionsProps['settings'];
const options = (over: Partial<OptionsProps>): VNode => (
  <div class="gallery-page">
    <Options settings={{ ...settings }} onChange={later} own={[]} onImportOwn={() => Promise.resolve({ ok: true, count: 3 })} onExportOwn={noop} onSaveExample={noop} onRemoveOwn={later} onRemoveAllOwn={later} onBackUp={noop}
      onRestore={() => Promise.resolve({ ok: true, count: 1 })} hasAccess onAsk={noop} version="0.1.0" dataDate={sampleDay} recordCount={1234} notices={'Preact, MIT License\nFuse.js, Apache License 2.0'}
      shortcuts={[{ command: 'open_popup', keys: '' }, { command: 'toggle_here', keys: 'Alt+Shift+J' }, { command: 'next_mention', keys: 'Alt+Shift+.' }, { command: 'previous_mention', keys: 'Alt+Shift+,' }, { command: 'open_card', keys: 'Alt+Shift+O' }]} onShortcuts={noop} {...over} />
  </div>
);
const optionStories: Story[] = [
  { id: 'options', width: 640, view: () => options({}) },
  { id: 'options-own', width: 640, view: () => options({
    own: [{ id: 'own/a', kind: 'tool', name: 'House model' }, { id: 'own/b', kind: 'concept', name: 'Our term' }], settings: { ...settings, sites: 'only-listed', onlySites: ['example.org'] }, hasAccess: false,
    onImportOwn: () => Promise.resolve({ ok: false, reason: 'invalid', problems: [{ line: 12, reason: 'text-too-long', args: ['"text"', '600'] }, { line: null, reason: 'too-many', args: ['500'] }] }),
  }) },
  { id: 'options-quota', width: 640, view: () => <Used act={press(0, 'input[value="dark"]')}>{options({ onChange: () => Promise.reject(new Error('quota')) })}</Used> },
  { id: 'welcome', width: 640, view: () => <div class="gallery-page"><Welcome onSample={noop} hasAccess={false} onAsk={noop} onOptions={noop} /></div> },
];

export const stories: readonly Story[] = [
  ...cardStories,
  { id: 'card-glance-why', width: 384, view: () => sheet(<Used act={press(0, '.actions button')}><Card card={openWeights} size="glance" today={sampleDay} actions={actions} /></Used>) },
  { id: 'card-glance-cite', width: 384, view: () => sheet(<Used act={press(1, '.actions button')}><Card card={openWeights} size="glance" today={sampleDay} actions={actions} /></Used>) },
  { id: 'card-glance-report', width: 384, view: () => sheet(<Used act={press(3, '.actions button')}><Card card={openWeights} size="glance" today={sampleDay} actions={actions} /></Used>) },
  { id: 'card-glance-unknown-version', width: 384, view: () => sheet(<Card card={cards.family!} size="glance" today={sampleDay} unknownVersion="3.4" actions={actions} />) },
  { id: 'card-glance-dialog', width: 384, view: () => sheet(<Card card={openWeights} size="glance" today={sampleDay} role="dialog" actions={{}} />) },
  { id: 'card-glance-two-claims', width: 384, view: () => sheet(<Card card={restrictedWeights} size="glance" today={sampleDay} claims={[...claims.restrictedWeights!, { text: 'open weights', claim: 'open-weights', verdict: 'supported' }]} />) },
  ...(['loading', 'failed', 'not-found'] as const).map((state): Story => ({ id: `card-${state}`, width: 384, view: () => sheet(<CardState state={state} name="DeepSeek-R1" onRetry={noop} />) })),
  ...popupStories,
  ...panelStories,
  ...optionStories,
];
