/**
 * The popup: search first, then what this page names, then what was looked at lately; a record's full card with a way
 * back; the switches. The whole of it works by keyboard, and is the way in for those who do not see the marks.
 */
import { useEffect, useId, useMemo, useRef, useState } from 'preact/hooks';
import type { Card as CardData, GlossaryEntry } from '../glossary/card.ts';
import { differingClaims, groupByKind, type ReportRecord, type TabMention } from '../glossary/page-report.ts';
import { createSearch } from '../glossary/search.ts';
import type { CardActions } from './Card.tsx';
import { Name } from './card/parts.tsx';
import { Sign } from './icons.tsx';
import { EntryLine, PageNote, RecordIcon, RecordView, Switch, hasVerdict, type PageState } from './lists.tsx';
import { dot, word } from './text.ts';
import { useT } from './words.tsx';

export interface GlossaryProps {
  /** Every record; `null` while they are read. */
  readonly entries: readonly GlossaryEntry[] | null;
  readonly page: PageState;
  /** Ids of records that were looked at, latest first. */
  readonly recent: readonly string[];
  readonly today: string;
  /** The site of the tab, `null` where it has none; and whether Ajar is on there. */
  readonly site: string | null;
  readonly isOnHere: boolean;
  readonly isOnEverywhere: boolean;
  readonly onHere: (isOn: boolean) => void;
  readonly onEverywhere: (isOn: boolean) => void;
  /** Scrolls the page to a mention. */
  readonly onGoTo: (mention: TabMention) => void;
  /** `null` where there is no such record; rejects where the package cannot be read. */
  readonly loadCard: (id: string) => Promise<CardData | null>;
  /** A record was opened: remembers it. */
  readonly onOpened: (id: string) => void;
  /** Shows the page's report in the side panel. */
  readonly onReport?: () => void;
  readonly onOptions: () => void;
  readonly actions: CardActions;
  /** A record to begin with. */
  readonly start?: string;
  /** Words to begin the search with. */
  readonly search?: string;
}

/** Search as a combobox: arrows move through the list, Enter opens, Escape empties. */
const SearchBox = ({ entries, today, first, onPick, onQuery }: { entries: readonly GlossaryEntry[] | null; today: string; first: string; onPick: (id: string) => void; onQuery: (isActive: boolean) => void }) => {
  const t = useT();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [query, setQuery] = useState(first);
  const [at, setAt] = useState(0);
  const search = useMemo(() => (entries ? createSearch(entries) : null), [entries]);
  const found = useMemo(() => search?.find(query) ?? [], [search, query]);
  const isOpen = query.trim() !== '';
  const active = found[Math.min(at, found.length - 1)];
  useEffect(() => input.current?.focus(), []);
  useEffect(() => onQuery(isOpen), [isOpen]);
  useEffect(() => list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' }), [at, found]);
  const change = (text: string) => {
    setQuery(text);
    setAt(0);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || !isOpen) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((Math.min(at, found.length - 1) + step + found.length) % found.length);
    } else if (event.key === 'Enter' && active) {
      event.preventDefault();
      onPick(active.id);
    } else if (event.key === 'Escape') {
      // An empty box leaves Escape to the browser, which closes the popup.
      event.preventDefault();
      event.stopPropagation();
      change('');
    }
  };
  return (
    <>
      <div class="search">
        <Sign name="search" />
        <input ref={input} type="text" role="combobox" placeholder={t('search_placeholder')} aria-label={t('search_label')} autocomplete="off" spellcheck={false}
          aria-expanded={isOpen} aria-controls={`${id}-list`} aria-autocomplete="list" maxLength={100}
          {...(isOpen && active ? { 'aria-activedescendant': `${id}-${found.indexOf(active)}` } : {})}
          value={query} onInput={(event) => change(event.currentTarget.value)} onKeyDown={onKeyDown} />
      </div>
      <p role="status" class="visually-hidden">{isOpen ? t('search_found', found.length) : ''}</p>
      <ul ref={list} id={`${id}-list`} role="listbox" aria-label={t('search_results')} class="results" hidden={!isOpen || found.length === 0}>
        {isOpen && found.map((entry, index) => (
          <li id={`${id}-${index}`} role="option" aria-selected={entry === active} onPointerMove={() => setAt(index)} onClick={() => onPick(entry.id)}>
            <RecordIcon entry={entry} />
            <EntryLine name={entry.name} entry={entry} today={today} />
            <span class="entry-more"><Name>{[entry.maker, entry.parent].filter((text) => text !== undefined).join(dot)}</Name></span>
          </li>
        ))}
      </ul>
      {isOpen && found.length === 0 && <p class="empty">{search ? t('search_none', query.trim()) : t('card_loading')}</p>}
    </>
  );
};

const MentionRow = ({ record, today, onOpen }: { record: ReportRecord; today: string; onOpen: () => void }) => {
  const t = useT();
  const differing = differingClaims(record.claims);
  return (
    <li data-id={record.id}>
      <button type="button" class="entry" onClick={onOpen}>
        <RecordIcon entry={record} />
        <EntryLine name={record.name} entry={hasVerdict(record) ? record : null} today={today} />
        <span class="entry-count" aria-label={t('n_mentions', record.mentions.length)}>{record.mentions.length}</span>
        {differing.length > 0 && <span class="entry-claim"><Sign name="warn" size={14} /> {t('claims_differ', differing.length)}</span>}
      </button>
    </li>
  );
};

const PagePart = ({ page, today, onChoose, onReport }: { page: PageState; today: string; onChoose: (record: ReportRecord) => void; onReport: (() => void) | undefined }) => {
  const t = useT();
  if (page.state !== 'ready') return <PageNote page={page} />;
  const { report } = page;
  const groups = groupByKind(report.records);
  return (
    <section aria-labelledby="on-page">
      <div class="list-head">
        <h2 id="on-page">{t('on_this_page')}</h2>
        {onReport && groups.length > 0 && <button type="button" class="link" onClick={onReport}>{t('show_report')}</button>}
      </div>
      {groups.length === 0 && <p class="empty" role="status">{report.complete ? t('page_empty') : t('page_loading')}</p>}
      {groups.map(({ kind, records }) => (
        <>
          <h3>{word(t, 'kinds', kind)} <span class="count">{records.length}</span></h3>
          <ul class="entries">{records.map((record) => <MentionRow key={record.id} record={record} today={today} onOpen={() => onChoose(record)} />)}</ul>
        </>
      ))}
    </section>
  );
};

export const Glossary = (props: GlossaryProps) => {
  const t = useT();
  const { entries, page, recent, site, isOnHere, isOnEverywhere, onHere, onEverywhere, onGoTo, onOpened, onReport, onOptions, start, search = '', loadCard, today, actions } = props;
  const [trail, setTrail] = useState<readonly string[]>(start ? [start] : []);
  const [isSearching, setSearching] = useState(false);
  const main = useRef<HTMLElement>(null);
  const opener = useRef<string | null>(null);
  const id = trail.at(-1);
  const records = page.state === 'ready' ? page.report.records : [];
  const open = (next: string) => {
    if (id === undefined) opener.current = next;
    setTrail([...trail, next]);
    onOpened(next);
  };
  const back = () => setTrail(trail.slice(0, -1));
  const isHome = id === undefined;
  // Back on the list, focus is where it was before the record was opened.
  useEffect(() => {
    if (!isHome || opener.current === null) return;
    const from = opener.current;
    opener.current = null;
    main.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(from)}"] button`)?.focus();
  }, [isHome]);
  /** With nothing typed, arrows go through what is listed, from the search and back to it. */
  const onArrow = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || !isHome || isSearching || event.isComposing) return;
    const stops = [...(main.current?.querySelectorAll<HTMLElement>('.search input, .lists .entry') ?? [])];
    const at = stops.indexOf(event.target as HTMLElement);
    const next = at < 0 ? undefined : stops[at + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  };
  const lately = recent.flatMap((known) => entries?.find((entry) => entry.id === known) ?? []).slice(0, 6);
  return (
    <main class="glossary" ref={main} lang={t.locale} dir={t.dir} onKeyDown={onArrow}>
      <h1 class="visually-hidden">{t('glossary_title')}</h1>
      {id === undefined ? (
        <>
          <SearchBox entries={entries} today={today} first={search} onPick={open} onQuery={setSearching} />
          {!isSearching && (
            <div class="lists">
              <PagePart page={page} today={today} onReport={onReport} onChoose={(record) => {
                onGoTo(record.mentions[0]!);
                open(record.id);
              }} />
              {lately.length > 0 && (
                <section aria-labelledby="recent">
                  <div class="list-head"><h2 id="recent">{t('recent')}</h2></div>
                  <ul class="entries">
                    {lately.map((entry) => (
                      <li key={entry.id} data-id={entry.id}>
                        <button type="button" class="entry" onClick={() => open(entry.id)}>
                          <RecordIcon entry={entry} />
                          <EntryLine name={entry.name} entry={entry} today={today} />
                        </button>
                      </li>
                    ))}
                  </ul>
                </section>
              )}
            </div>
          )}
        </>
      ) : (
        <RecordView key={id} id={id} record={records.find((record) => record.id === id)} name={entries?.find((entry) => entry.id === id)?.name} loadCard={loadCard} today={today} actions={actions} onGoTo={onGoTo} onBack={back} onOpen={open} />
      )}
      <footer class="switches">
        <Switch label={site ? t('on_site', site) : t('on_this_site')} isOn={isOnHere && isOnEverywhere} isDisabled={site === null || !isOnEverywhere} onChange={onHere} />
        <Switch label={t('on_everywhere')} isOn={isOnEverywhere} onChange={onEverywhere} />
        <button type="button" class="link" onClick={onOptions}>{t('settings')}</button>
      </footer>
    </main>
  );
};
