/** Every view in every state, for the gallery and for the tests that render all of them. */
import type { VNode } from 'preact';
import { Card, CardState, type CardActions, type JudgedClaim } from '../Card.tsx';
import { cards, openWeights, restrictedWeights, sampleDay } from './samples.ts';

export interface Story {
  readonly id: string;
  readonly width: number;
  readonly view: () => VNode;
}

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
const cardStories: Story[] = Object.entries(cards).flatMap(([name, card]) => (['glance', 'full'] as const).map((size) => ({
  id: `card-${size}-${name}`, width: 384,
  view: () => sheet(
    <Card card={card} size={size} today={sampleDay} actions={actions} onOpen={noop} {...(size === 'glance' ? { onMore: noop } : {})}
      {...(claims[name] ? { claims: claims[name] } : {})} {...(name === 'article' ? { pinpoint: '53(1)(d)' } : {})} />,
  ),
})));

export const stories: readonly Story[] = [
  ...cardStories,
  { id: 'card-glance-unknown-version', width: 384, view: () => sheet(<Card card={cards.family!} size="glance" today={sampleDay} unknownVersion="3.4" actions={actions} />) },
  { id: 'card-glance-dialog', width: 384, view: () => sheet(<Card card={openWeights} size="glance" today={sampleDay} role="dialog" actions={{}} />) },
  { id: 'card-glance-two-claims', width: 384, view: () => sheet(<Card card={restrictedWeights} size="glance" today={sampleDay} claims={[...claims.restrictedWeights!, { text: 'open weights', claim: 'open-weights', verdict: 'supported' }]} />) },
  ...(['loading', 'failed', 'not-found'] as const).map((state): Story => ({ id: `card-${state}`, width: 384, view: () => sheet(<CardState state={state} name="DeepSeek-R1" onRetry={noop} />) })),
];
