/** What a reader can do with a card: see why, cite it, report an error, turn Ajar off on this site, look it up. */
import { useId, useState } from 'preact/hooks';
import { cite, citationFormats, type CitationFormat } from '../../glossary/citations.ts';
import { writeErrorReport } from '../../glossary/error-report.ts';
import { word } from '../text.ts';
import { useT } from '../words.tsx';
import { Out, Shown, useCard } from './parts.tsx';

export interface CardActions {
  /** Puts a text on the clipboard; rejects where the browser will not. */
  readonly onCopy?: (text: string) => Promise<void>;
  readonly onPauseSite?: () => void;
  readonly onShowInGlossary?: (id: string) => void;
  /** Version of the extension, for an error report. */
  readonly version?: string;
  /** Where errors are reported, if the project names a place. */
  readonly issuesUrl?: string;
}

const formatNames = { plain: 'cite_plain', markdown: 'cite_markdown', bibtex: 'cite_bibtex', csl: 'cite_csl' } as const satisfies Record<CitationFormat, string>;

/** A button that tells whether its copy worked, also to those who do not see it. */
const useCopy = (onCopy: CardActions['onCopy']) => {
  const [state, setState] = useState<'idle' | 'done' | 'failed'>('idle');
  const copy = (text: string) => {
    setState('idle');
    onCopy?.(text).then(() => setState('done'), () => setState('failed'));
  };
  return { state, copy };
};

const CopyStatus = ({ state }: { state: 'idle' | 'done' | 'failed' }) => {
  const t = useT();
  return <span role="status" class={`copy-status ${state}`}>{state === 'done' ? t('copied') : state === 'failed' ? t('copy_failed') : ''}</span>;
};

const CitePanel = ({ onCopy }: { onCopy: NonNullable<CardActions['onCopy']> }) => {
  const t = useT();
  const { card, today } = useCard();
  const { state, copy } = useCopy(onCopy);
  return (
    <div class="panel" role="group" aria-label={t('cite')}>
      <p>{t('cite_as')}</p>
      <div class="buttons">
        {citationFormats.map((format) => (
          <button type="button" class="button" onClick={() => copy(cite(card, format, today))}>{t(formatNames[format])}</button>
        ))}
        <CopyStatus state={state} />
      </div>
    </div>
  );
};

const ReportPanel = ({ onCopy, version, issuesUrl }: Pick<CardActions, 'version' | 'issuesUrl'> & { onCopy: NonNullable<CardActions['onCopy']> }) => {
  const t = useT();
  const { card } = useCard();
  const { state, copy } = useCopy(onCopy);
  const [field, setField] = useState('');
  const selectId = useId();
  const fact = card.facts.find((known) => known.field === field);
  const text = writeErrorReport(card, { ...(fact ? { fact } : {}), version: version ?? '' });
  return (
    <div class="panel" role="group" aria-label={t('report_error')}>
      <p>{t('report_sends_nothing')}</p>
      <label for={selectId}>{t('report_about')}</label>{' '}
      <select id={selectId} value={field} onChange={(event) => setField(event.currentTarget.value)}>
        <option value="">{t('report_whole')}</option>
        {card.facts.filter(({ value }) => value !== null).map((known) => <option value={known.field}>{word(t, 'field', known.field)}</option>)}
      </select>
      <pre lang="en" tabIndex={0}>{text}</pre>
      <div class="buttons">
        <button type="button" class="button" onClick={() => copy(text)}>{t('report_copy')}</button>
        {issuesUrl && <Out href={issuesUrl}>{t('report_open_issues')}</Out>}
        <CopyStatus state={state} />
      </div>
    </div>
  );
};

/** The row of actions, with at most one panel open under it. */
export const Actions = ({ actions, why }: { actions: CardActions; why?: { open: boolean; onToggle: () => void } }) => {
  const t = useT();
  const { card } = useCard();
  const [open, setOpen] = useState<'cite' | 'report' | null>(null);
  const toggle = (panel: 'cite' | 'report') => setOpen(open === panel ? null : panel);
  const { onCopy, onPauseSite, onShowInGlossary, version, issuesUrl } = actions;
  return (
    <>
      <ul class="actions">
        {why && <li><button type="button" class="link" aria-expanded={why.open} onClick={why.onToggle}>{t('why')}</button></li>}
        {onCopy && <li><button type="button" class="link" aria-expanded={open === 'cite'} onClick={() => toggle('cite')}>{t('cite')}</button></li>}
        {onShowInGlossary && <li><button type="button" class="link" onClick={() => onShowInGlossary(card.id)}>{t('show_in_glossary')}</button></li>}
        {onCopy && !card.own && <li><button type="button" class="link" aria-expanded={open === 'report'} onClick={() => toggle('report')}>{t('report_error')}</button></li>}
        {onPauseSite && <li><button type="button" class="link" onClick={onPauseSite}>{t('off_here')}</button></li>}
      </ul>
      {open === 'cite' && onCopy && <Shown><CitePanel onCopy={onCopy} /></Shown>}
      {open === 'report' && onCopy && <Shown><ReportPanel onCopy={onCopy} {...(version ? { version } : {})} {...(issuesUrl ? { issuesUrl } : {})} /></Shown>}
    </>
  );
};
