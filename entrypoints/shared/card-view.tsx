/** The card in a popover: its state, its style, its moves from record to record. For a page's frame and our own first page. */
import { render } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardView } from '../../browser/page-side.ts';
import { Card, CardState, type JudgedClaim } from '../../components/Card.tsx';
import cardStyle from '../../components/card.css?inline';
import popoverStyle from '../../components/popover.css?inline';
import { textFrom, type GetMessage } from '../../components/text.ts';
import tokens from '../../components/tokens.css?inline';
import { Words } from '../../components/words.tsx';
import type { Card as CardData } from '../../glossary/card.ts';
import { today } from '../../openness/law-on-day.ts';
import { judgeClaim } from '../../openness/judge-claim.ts';
import { copyText } from '../../page/copy-text.ts';
import { placeCard } from '../../page/place.ts';

/** What the view needs from where it stands: a page's frame, or a page of ours. */
export interface CardServices {
  readonly loadCard: (id: string) => Promise<CardData | null>;
  readonly showInGlossary: (id: string) => void;
  /** Absent where there is no site to pause. */
  readonly pauseSite?: () => void;
  readonly getMessage: GetMessage;
  readonly language: string;
}

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

const Popover = ({ root, card: first, request, close, services }: Options & { root: ShadowRoot; services: CardServices }) => {
  const [card, setCard] = useState<Shown>(first);
  const [size, setSize] = useState<'glance' | 'full'>('glance');
  const isFirst = card !== null && typeof card !== 'string' && card.id === request.mention.id;
  const scroller = useRef<HTMLDivElement>(null);
  /** What was pressed goes: the focus stays in the card. */
  const keepFocus = (): void => scroller.current?.focus({ preventScroll: true });
  const load = (id: string): void => {
    keepFocus();
    setCard('loading');
    void services.loadCard(id).catch(() => 'failed' as const).then(setCard);
  };
  useEffect(() => scroller.current?.scrollTo(0, 0), [card, size]);
  return (
    <div class={`scroller${size === 'full' ? ' wide' : ''}`} ref={scroller} tabIndex={-1}>
      {card === null || typeof card === 'string'
        ? <CardState state={card ?? 'not-found'} name={request.mention.name} onRetry={() => load(request.mention.id)} />
        : (
          <Card
            card={card}
            size={size}
            today={today()}
            role="dialog"
            claims={isFirst ? judgeClaims(card, request) : []}
            {...(isFirst && request.mention.pinpoint ? { pinpoint: request.mention.pinpoint } : {})}
            {...(isFirst && request.mention.unknownVersion ? { unknownVersion: request.mention.unknownVersion } : {})}
            onOpen={load}
            onMore={() => {
              keepFocus();
              setSize('full');
            }}
            actions={{
              version: import.meta.env['VERSION'] as string,
              ...(import.meta.env['ISSUES_URL'] ? { issuesUrl: import.meta.env['ISSUES_URL'] as string } : {}),
              onCopy: (text) => copyText(root, text),
              ...(services.pauseSite ? { onPauseSite: () => { close(); services.pauseSite!(); } } : {}),
              onShowInGlossary: services.showInGlossary,
            }}
          />
        )}
    </div>
  );
};

export const makeCardView = (services: CardServices): CardView => ({
  show(root, options) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(tokens + cardStyle + popoverStyle);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    (root.host as HTMLElement).dataset['theme'] = options.theme;
    render(<Words.Provider value={textFrom(services.getMessage, services.language)}><Popover {...options} root={root} services={services} /></Words.Provider>, root);
    return {
      focus: () => (root.querySelector<HTMLElement>('a, button, summary') ?? root.querySelector<HTMLElement>('.scroller'))?.focus(),
      place: placeCard,
      close: () => render(null, root),
    };
  },
});
