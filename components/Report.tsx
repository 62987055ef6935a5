/**
 * The side panel: the page's report. A line that sums it up, what the page claims and what we find, every mention in
 * order or by kind, two to four models side by side, and the whole as a file or on paper.
 */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Kind } from '../data/schema/lists.ts';
import type { Card as CardData } from '../glossary/card.ts';
import { comparable, isModelCard, type ModelCard } from '../glossary/compare.ts';
import { exportFormats, exportPage, publicUrl, type ExportFormat, type ExportedFile } from '../glossary/export.ts';
import { differingClaims, groupByKind, type PageReport, type ReportRecord, type TabClaim, type TabMention } from '../glossary/page-report.ts';
import { tiers, type ClaimVerdict, type Tier } from '../openness/types.ts';
import type { CardActions } from './Card.tsx';
import { Speaker, findingKey } from './card/Claims.tsx';
import { TierBar } from './card/Family.tsx';
import { Filled, Name } from './card/parts.tsx';
import { CompareTable } from './Compare.tsx';
import { EntryLine, PageNote, RecordIcon, RecordView, hasVerdict, type PageState } from './lists.tsx';
import { dot, formatDate, formatList, stop, word, type T } from './text.ts';
import { useT } from './words.tsx';

export interface ReportProps {
  readonly page: PageState;
  /** Title and address of the page. */
  readonly title: string;
  readonly url: string;
  readonly today: string;
  readonly loadCard: (id: string) => Promise<CardData | null>;
  readonly onGoTo: (mention: TabMention) => void;
  /** Saves a file where the reader wants it. */
  readonly onSave: (file: ExportedFile) => void;
  readonly onPrint: () => void;
  readonly actions: CardActions;
}

const summaryTiers = {
  'open-source': 'sum_open_source', 'open-weights': 'sum_open_weights', 'restricted-weights': 'sum_restricted_weights', 'closed': 'sum_closed', 'unknown': 'sum_unknown',
} as const satisfies Record<Tier, string>;
/** Kinds that the line counts beside models and provisions. */
const summaryKinds = {
  product: 'sum_product', tool: 'sum_tool', framework: 'sum_framework', dataset: 'sum_dataset', organisation: 'sum_organisation', company: 'sum_company',
  licence: 'sum_licence', regulation: 'sum_regulation', concept: 'sum_concept',
} as const satisfies Partial<Record<Kind, string>>;

/** "7 models: 1 open source, 3 open weights; 4 provisions of the EU AI Act; 2 claims differ". */
export const summarise = (t: T, report: PageReport): string => {
  const models = report.kinds.model ?? 0;
  const byTier = [
    ...tiers.filter((tier) => report.tiers[tier]).map((tier) => t(summaryTiers[tier], report.tiers[tier] ?? 0)),
    ...(report.mixed > 0 ? [t('sum_mixed', report.mixed)] : []),
  ];
  const others = (Object.keys(summaryKinds) as (keyof typeof summaryKinds)[]).filter((kind) => report.kinds[kind]).map((kind) => t(summaryKinds[kind], report.kinds[kind] ?? 0));
  const differing = differingClaims(report.claims).length;
  return [
    ...(models > 0 ? [`${t('sum_models', models)}${stop(t, ':')}${byTier.join(', ')}`] : []),
    ...report.provisions.map(({ law, count }) => t('sum_provisions', count, law)),
    ...(others.length > 0 ? [formatList(t, others)] : []),
    ...(report.claims.length > 0 ? [differing > 0 ? t('claims_differ', differing) : t('claims_agree', report.claims.length)] : []),
  ].join(stop(t, ';'));
};

const claimTones = { 'supported': 'open', 'weights-only': 'ajar', 'contradicted': 'shut', 'unknown': 'unknown' } as const satisfies Record<ClaimVerdict, string>;

const Claims = ({ report, onGoTo, onOpen }: { report: PageReport; onGoTo: (mention: TabMention) => void; onOpen: (id: string) => void }) => {
  const t = useT();
  const mentionOf = (claim: TabClaim) => report.mentions.find(({ n, frame }) => n === claim.n && frame === claim.frame);
  return (
    <section aria-labelledby="claims">
      <h2 id="claims">{t('claims_title')}</h2>
      <ul class="claims">
        {report.claims.map((claim) => {
          const record = report.records.find(({ id }) => id === claim.id);
          const mention = mentionOf(claim);
          return (
            <li data-id={claim.id} class={`claim tone-${claimTones[claim.verdict]}`}>
              <p>
                <button type="button" class="link" onClick={() => onOpen(claim.id)}><Name>{record?.name ?? claim.id}</Name></button>{stop(t, ':')}
                {claim.speaker
                  ? <Filled text={([speaker = '', text = '']) => t('claim_speaker_says', speaker, text)} parts={[<Speaker name={claim.speaker} />, <q>{claim.text}</q>]} />
                  : <Filled text={([text = '']) => t('claim_page_says', text)} parts={[<q>{claim.text}</q>]} />}
                {' '}{t(findingKey(claim.claim, claim.verdict, record?.tier ?? 'unknown'))}
                {' '}{mention && <button type="button" class="link go-to" onClick={() => onGoTo(mention)}>{t('go_to')}</button>}
              </p>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const InOrder = ({ report, onGoTo }: { report: PageReport; onGoTo: (mention: TabMention) => void }) => (
  <ol class="in-order">
    {report.mentions.map((mention) => (
      <li key={`${mention.frame}-${mention.n}`}>
        <button type="button" class="context" onClick={() => onGoTo(mention)}>
          <RecordIcon entry={report.records.find(({ id }) => id === mention.id) ?? mention} />
          <span class="quoted"><q>{mention.before}<b>{mention.text}</b>{mention.after}</q></span>
        </button>
      </li>
    ))}
  </ol>
);

/** A release can be compared; a family has no components of its own. */
const isRelease = (record: ReportRecord): boolean => record.kind === 'model' && record.mentions.some(({ family }) => family !== undefined);

const ByKind = ({ report, today, onOpen, chosen, onChoose }: { report: PageReport; today: string; onOpen: (id: string) => void; chosen: readonly string[]; onChoose: (id: string) => void }) => {
  const t = useT();
  return (
    <>
      {groupByKind(report.records).map(({ kind, records }) => (
        <section>
          <h3>{word(t, 'kinds', kind)} <span class="count">{records.length}</span></h3>
          <ul class="entries">
            {records.map((record) => (
              <li key={record.id} data-id={record.id} class="with-choice">
                <button type="button" class="entry" onClick={() => onOpen(record.id)}>
                  <RecordIcon entry={record} />
                  <EntryLine name={record.name} entry={hasVerdict(record) ? record : null} today={today} />
                  <span class="entry-count" aria-label={t('n_mentions', record.mentions.length)}>{record.mentions.length}</span>
                </button>
                {isRelease(record) && (
                  <input type="checkbox" aria-label={t('compare_choose', record.name)} title={t('compare_choose', record.name)} checked={chosen.includes(record.id)}
                    disabled={!chosen.includes(record.id) && chosen.length >= comparable.most} onChange={() => onChoose(record.id)} />
                )}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
};

const formatNames = { markdown: 'export_markdown', csv: 'export_csv', json: 'export_json', bibtex: 'export_bibtex' } as const satisfies Record<ExportFormat, string>;

const Ready = ({ report, props, main }: { report: PageReport; props: ReportProps; main: RefObject<HTMLElement | null> }) => {
  const t = useT();
  const { title, url, today, loadCard, onGoTo, onSave, onPrint, actions } = props;
  const [view, setView] = useState<'kind' | 'order'>('kind');
  const [trail, setTrail] = useState<readonly string[]>([]);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [compared, setCompared] = useState<readonly ModelCard[] | null>(null);
  const [problem, setProblem] = useState<'export' | 'compare' | null>(null);
  // Another page is another report: nothing that was open on the last one stays.
  useEffect(() => {
    setTrail([]);
    setChosen([]);
    setCompared(null);
  }, [url]);
  const id = trail.at(-1);
  const isHome = id === undefined && compared === null;
  /** What was pressed to leave the list; back on it, the focus is there again. */
  const opener = useRef<string | null>(null);
  useEffect(() => {
    if (!isHome || opener.current === null) return;
    main.current?.querySelector<HTMLElement>(opener.current)?.focus();
    opener.current = null;
  }, [isHome]);
  if (id !== undefined) {
    const record = report.records.find((known) => known.id === id);
    return <RecordView key={id} id={id} record={record} name={record?.name} loadCard={loadCard} today={today} actions={actions} onGoTo={onGoTo} onBack={() => setTrail(trail.slice(0, -1))} onOpen={(next) => setTrail([...trail, next])} />;
  }
  if (compared !== null) return <CompareTable models={compared} today={today} onBack={() => setCompared(null)} />;
  const compare = async () => {
    const cards = await Promise.all(chosen.map(loadCard));
    opener.current = '.compare-bar button';
    setCompared(cards.filter((card) => card !== null).filter(isModelCard));
  };
  const save = async (format: ExportFormat) => {
    const cards = await Promise.all(report.records.map(async (record) => [record.id, await loadCard(record.id)] as const));
    onSave(exportPage({ title, url, report, today, cards: new Map(cards.filter((pair): pair is [string, CardData] => pair[1] !== null)) }, format));
  };
  const attempt = (what: 'export' | 'compare', work: () => Promise<void>) => {
    setProblem(null);
    work().catch(() => setProblem(what));
  };
  const open = (next: string, list: 'claims' | 'entries') => {
    opener.current = `.${list} [data-id="${CSS.escape(next)}"] button`;
    setTrail([next]);
  };
  return (
    <>
      <header class="report-head">
        <p class="eyebrow">{t('report_title')}</p>
        <h1><Name>{title}</Name></h1>
        <p class="printed eyebrow"><Name>{publicUrl(url)}</Name>{dot}{formatDate(t, today)}</p>
        <p class="sum" role="status">{report.records.length === 0 ? t(report.complete ? 'page_empty' : 'page_loading') : `${summarise(t, report)}.`}</p>
        {(report.mixed > 0 || Object.keys(report.tiers).length > 0) && <TierBar counts={report.tiers} mixed={report.mixed} />}
      </header>
      {report.claims.length > 0 && <Claims report={report} onGoTo={onGoTo} onOpen={(next) => open(next, 'claims')} />}
      {report.records.length > 0 && (
        <section aria-labelledby="mentions">
          <div class="list-head">
            <h2 id="mentions">{t('mentions_title')}</h2>
            <div class="segments" role="group" aria-label={t('view_as')}>
              {(['kind', 'order'] as const).map((choice) => (
                <button type="button" aria-pressed={view === choice} onClick={() => setView(choice)}>{t(choice === 'kind' ? 'view_by_kind' : 'view_in_order')}</button>
              ))}
            </div>
          </div>
          {view === 'kind' ? <ByKind report={report} today={today} onOpen={(next) => open(next, 'entries')} chosen={chosen} onChoose={(next) => setChosen((now) => (now.includes(next) ? now.filter((known) => known !== next) : [...now, next]))} />
            : <InOrder report={report} onGoTo={onGoTo} />}
        </section>
      )}
      {view === 'kind' && report.records.filter(isRelease).length >= comparable.least && (
        <p class="compare-bar">
          <button type="button" class="button" disabled={chosen.length < comparable.least} onClick={() => attempt('compare', compare)}>{t('compare')}</button>{' '}
          <span class="hint">{t('compare_hint', String(comparable.least), String(comparable.most))}</span>
        </p>
      )}
      {report.records.length > 0 && (
        <footer class="report-foot">
          <div class="buttons" role="group" aria-label={t('save_as')}>
            <span class="hint">{t('save_as')}</span>
            {exportFormats.map((format) => <button type="button" class="button" onClick={() => attempt('export', () => save(format))}>{t(formatNames[format])}</button>)}
            <button type="button" class="button" onClick={onPrint}>{t('print')}</button>
          </div>
          {problem && <p role="alert" class="problem">{t(problem === 'export' ? 'export_failed' : 'card_failed')}</p>}
        </footer>
      )}
    </>
  );
};

export const Report = (props: ReportProps) => {
  const t = useT();
  const main = useRef<HTMLElement>(null);
  return (
    <main class="report" ref={main} lang={t.locale} dir={t.dir}>
      {props.page.state === 'ready' ? <Ready report={props.page.report} props={props} main={main} /> : (
        <>
          <h1 class="visually-hidden">{t('report_title')}</h1>
          <PageNote page={props.page} />
        </>
      )}
    </main>
  );
};
