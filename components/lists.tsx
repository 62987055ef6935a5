/** What popup and side panel share: a row's picture and verdict, notes on a page that cannot be read, a record's view, a switch. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Kind } from '../data/schema/lists.ts';
import type { Card as CardData } from '../glossary/card.ts';
import type { PageReport, ReportRecord, TabMention } from '../glossary/page-report.ts';
import { lawOn, type LawLike } from '../openness/law-on-day.ts';
import { licenceTargets, type LicenceTarget, type Tier } from '../openness/types.ts';
import { Card, CardState, type CardActions } from './Card.tsx';
import { toneOfState } from './card/Law.tsx';
import { Name } from './card/parts.tsx';
import { Icon, Sign, doorOf, signOf, toneOf, type Tone } from './icons.tsx';
import { capitalise, word, type MessageKey } from './text.ts';
import { useT } from './words.tsx';

/** What the popup knows of the tab at hand. */
export type PageState =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly report: PageReport }
  /** A page that no extension may read: the browser's own, its store. */
  | { readonly state: 'unreadable' }
  /** The browser keeps access to this site back; `onAsk` asks for it, within the press of the button. */
  | { readonly state: 'withheld'; readonly onAsk: () => void }
  /** A local file, which the browser lets extensions read only where its own settings say so. */
  | { readonly state: 'local-file' }
  /** Either of the two: the browser does not say which. `onSettings` shows its settings of the extension. */
  | { readonly state: 'unseen'; readonly onSettings: () => void }
  /** Reading is asked for page by page; `onAsk` reads this one. */
  | { readonly state: 'on-click'; readonly onAsk: () => void }
  /** Off on this site, or everywhere: see the switches. */
  | { readonly state: 'paused' }
  | { readonly state: 'failed'; readonly onRetry: () => void };

/** What a list knows of a record. A model without a tier is a family whose releases differ. */
interface Listed {
  readonly kind: Kind;
  readonly tier?: Tier | null | undefined;
  readonly opens?: readonly LicenceTarget[] | undefined;
  readonly law?: LawLike | undefined;
}

/** What a list says of a licence, as its card does in full. */
const licenceWords = (opens: readonly LicenceTarget[]): { readonly words: MessageKey; readonly tone: Tone } =>
  opens.length === licenceTargets.length ? { words: 'licence_open_all', tone: 'open' }
    : opens.length > 0 ? { words: 'access_partly', tone: 'ajar' } : { words: 'licence_not_open', tone: 'chained' };

/** Whether a list has more to say of a record than its kind. */
export const hasVerdict = ({ kind, opens, law }: Listed): boolean => kind === 'model' || opens !== undefined || law !== undefined;

export const RecordIcon = ({ entry: { kind, tier, opens } }: { entry: Listed }) => (
  kind === 'model' && !tier ? <Icon name="mixed" tone="plain" size={22} />
    : <Icon name={signOf(kind, tier ?? undefined)} tone={opens ? licenceWords(opens).tone : toneOf(kind, tier ?? undefined)} size={22} />
);

/** A model's tier, a licence's openness and a law's state on the day in words, another record's kind. */
const EntryVerdict = ({ entry: { kind, tier, opens, law }, today }: { entry: Listed; today: string }) => {
  const t = useT();
  const say = (tone: Tone | 'muted', words: string) => <span class={`entry-verdict tone-${tone}`}>{capitalise(t, words)}</span>;
  const state = law ? lawOn(today, law).state : null;
  if (state !== null) return say(toneOfState(state), word(t, 'law_state', state));
  if (opens) return say(licenceWords(opens).tone, t(licenceWords(opens).words));
  if (kind !== 'model') return say('muted', word(t, 'kind', kind));
  return tier ? say(doorOf(tier), word(t, 'tier', tier)) : say('muted', t('family_differs'));
};

/** A row's name, and its verdict beside it, or under it where both are too long for the line. */
export const EntryLine = ({ name, entry, today }: { name: string; entry: Listed | null; today: string }) => (
  <span class="entry-line">
    <span class="entry-name"><Name>{name}</Name></span>
    {entry && <EntryVerdict entry={entry} today={today} />}
  </span>
);

const notes = {
  'loading': 'page_loading', 'unreadable': 'page_unreadable', 'local-file': 'page_local_file', 'unseen': 'page_unseen', 'paused': 'page_paused',
  'withheld': 'page_withheld', 'on-click': 'page_on_click', 'failed': 'page_failed',
} as const satisfies Record<Exclude<PageState['state'], 'ready'>, MessageKey>;

/** Why there is nothing to list, and the button that helps where one does. */
export const PageNote = ({ page }: { page: Exclude<PageState, { state: 'ready' }> }) => {
  const t = useT();
  const action = page.state === 'withheld' ? { label: t('access_ask'), onClick: page.onAsk }
    : page.state === 'unseen' ? { label: t('page_settings'), onClick: page.onSettings }
      : page.state === 'on-click' ? { label: t('page_read'), onClick: page.onAsk }
        : page.state === 'failed' ? { label: t('retry'), onClick: page.onRetry } : null;
  return (
    <div class="page-note">
      <p role={page.state === 'failed' ? 'alert' : 'status'}>{t(notes[page.state])}</p>
      {action && <button type="button" class={`button${page.state === 'unseen' ? '' : ' primary'}`} onClick={action.onClick}>{action.label}</button>}
    </div>
  );
};

/** A record's full card, and its mentions on the page one after the other. */
export const RecordView = ({ id, record, name: known, loadCard, today, actions, onGoTo, onBack, onOpen }: {
  id: string;
  /** The record's mentions on the page, if it has any. */
  record: ReportRecord | undefined;
  name: string | undefined;
  loadCard: (id: string) => Promise<CardData | null>;
  today: string;
  actions: CardActions;
  onGoTo: (mention: TabMention) => void;
  onBack: () => void;
  onOpen: (id: string) => void;
}) => {
  const t = useT();
  const [card, setCard] = useState<CardData | null | 'loading' | 'failed'>('loading');
  const [at, setAt] = useState(0);
  const back = useRef<HTMLButtonElement>(null);
  const load = () => {
    setCard('loading');
    let isCurrent = true;
    loadCard(id).then((loaded) => isCurrent && setCard(loaded), () => isCurrent && setCard('failed'));
    return () => { isCurrent = false; };
  };
  useEffect(load, [id]);
  useEffect(() => {
    setAt(0);
    back.current?.focus();
    globalThis.scrollTo?.(0, 0);
  }, [id]);
  const go = (step: number) => {
    if (!record) return;
    const next = (at + step + record.mentions.length) % record.mentions.length;
    setAt(next);
    onGoTo(record.mentions[next]!);
  };
  const name = known ?? record?.name ?? id;
  const first = record?.mentions[at];
  return (
    <div class="record" onKeyDown={(event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      onBack();
    }}>
      <div class="record-bar">
        <button type="button" class="link back" ref={back} onClick={onBack}><Sign name="back" /> {t('back')}</button>
        {record && (
          <div class="stepper" role="group" aria-label={t('mentions_of', name)}>
            {record.mentions.length > 1 && <button type="button" class="button" aria-label={t('command_previous_mention')} onClick={() => go(-1)}>‹</button>}
            <button type="button" class="button" onClick={() => go(0)}>{t('mention_n_of', String(at + 1), String(record.mentions.length))}</button>
            {record.mentions.length > 1 && <button type="button" class="button" aria-label={t('command_next_mention')} onClick={() => go(1)}>›</button>}
          </div>
        )}
      </div>
      {card === null || typeof card === 'string'
        ? <CardState state={card ?? 'not-found'} name={name} onRetry={load} />
        : (
          <Card card={card} size="full" today={today} actions={actions} onOpen={onOpen} claims={record?.claims ?? []}
            {...(first?.pinpoint ? { pinpoint: first.pinpoint } : {})} {...(first?.unknownVersion ? { unknownVersion: first.unknownVersion } : {})} />
        )}
    </div>
  );
};

export const Switch = ({ label, isOn, onChange, isDisabled = false }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void; isDisabled?: boolean }) => (
  <label class="switch">
    <input type="checkbox" role="switch" checked={isOn} disabled={isDisabled} onChange={(event) => onChange(event.currentTarget.checked)} />
    <span>{label}</span>
  </label>
);
