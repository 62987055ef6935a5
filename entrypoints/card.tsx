/** The card's view in a page's frame. Loaded by the background when the pointer first comes near a mark. */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { getMessage, send, uiLanguage, world, type CardView } from '../browser/page-side.ts';
import { Card, CardState, type JudgedClaim } from '../components/Card.tsx';
import cardStyle from '../components/card.css?inline';
import { textFrom } from '../components/text.ts';
import tokens from '../components/tokens.css?inline';
import { Words } from '../components/words.tsx';
import type { Card as CardData } from '../glossary/card.ts';
import { today } from '../openness/law-on-day.ts';
import { judgeClaim } from '../openness/judge-claim.ts';
import { placeCard } from '../page/place.ts';

type Shown = CardData | null | 'failed' | 'loading';
type Options = Parameters<CardView['show']>[1];

const judgeClaims = (card: CardData, request: Options['request']): JudgedClaim[] => {
  const tier = card.model?.tier.tier ?? card.family?.spread.common ?? null;
  return request.claims.map(({ text, claim, speaker }) => ({
    text,
    claim,
    verdict: judgeClaim(claim, card.kind === 'model' ? tier : null),
    ...(speaker === undefined ? {} : { speaker }),
  }));
};

const Popover = ({ card: first, request, close }: Options) => {
  const [card, setCard] = useState<Shown>(first);
  const [size, setSize] = useState<'glance' | 'full'>('glance');
  const isFirst = card !== null && typeof card !== 'string' && card.id === request.mention.id;
  const top = useRef<HTMLDivElement>(null);
  const load = (id: string): void => {
    setCard('loading');
    void send('card.get', { id }).catch(() => 'failed' as const).then(setCard);
  };
  useEffect(() => top.current?.scrollTo(0, 0), [card]);
  if (card === null || typeof card === 'string') {
    const state = card === null ? 'not-found' : card;
    return <CardState state={state} name={request.mention.name} onRetry={() => load(request.mention.id)} />;
  }
  return (
    <div class="scroller" ref={top}>
      <Card
        card={card}
        size={size}
        today={today()}
        role="dialog"
        claims={isFirst ? judgeClaims(card, request) : []}
        {...(isFirst && request.mention.pinpoint ? { pinpoint: request.mention.pinpoint } : {})}
        {...(isFirst && request.mention.unknownVersion ? { unknownVersion: request.mention.unknownVersion } : {})}
        onOpen={load}
        onMore={() => setSize('full')}
        actions={{
          version: import.meta.env['VERSION'] as string,
          ...(import.meta.env['ISSUES_URL'] ? { issuesUrl: import.meta.env['ISSUES_URL'] as string } : {}),
          onCopy: (text) => navigator.clipboard.writeText(text),
          onPauseSite: () => {
            close();
            void send('site.off', {}).catch(() => undefined);
          },
          onShowInGlossary: (id) => void send('glossary.show', { id }).catch(() => undefined),
        }}
      />
    </div>
  );
};

const view: CardView = {
  show(root, options) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + cardStyle);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    (root.host as HTMLElement).dataset['theme'] = options.theme;
    render(<Words.Provider value={textFrom(getMessage, uiLanguage())}><Popover {...options} /></Words.Provider>, root);
    return {
      focus: () => root.querySelector<HTMLElement>('a[href], button, summary')?.focus(),
      place: placeCard,
      close: () => render(null, root),
    };
  },
};

export default defineUnlistedScript(() => {
  world.ajarCard = view;
});
