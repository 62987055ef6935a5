/** Other people's verdicts, side by side, each in its own scale with its date and link; and why they differ. */
import { osaiDimensions } from '../../data/schema/lists.ts';
import type { CardAssessment } from '../../glossary/card.ts';
import type { Disagreement } from '../../openness/types.ts';
import { Disc } from '../icons.tsx';
import { dot, formatDate, formatNumber, stop, word, type T } from '../text.ts';
import { useT } from '../words.tsx';
import { Fold, Name, Refs } from './parts.tsx';
import { explainDisagreement } from './reasons.ts';
import { mofLine } from './Why.tsx';

const osaiDiscs = { open: 'full', partial: 'half', closed: 'empty' } as const;
type By<K extends CardAssessment['by']> = Extract<CardAssessment, { by: K }>;

const dated = (t: T, assessment: CardAssessment): string => {
  const [, asOf] = assessment.from;
  return asOf ? formatDate(t, asOf, 'short') : t('no_date');
};

const Osai = ({ of }: { of: By<'osai'> }) => {
  const t = useT();
  return (
    <>
      <p><b class="figure">{t('osai_score', formatNumber(t, of.score))}</b>{' '}{t('osai_record')} <Name>{of.record}</Name></p>
      <ul class="dimensions">
        {osaiDimensions.map((id) => (
          <li>
            <Disc state={osaiDiscs[of.dimensions[id]]} /> {word(t, 'osai', id)}
            <span class="visually-hidden">: {word(t, 'osai_class', of.dimensions[id])}</span>
          </li>
        ))}
      </ul>
      <p class="legend-discs" aria-hidden="true">
        {(['open', 'partial', 'closed'] as const).map((state) => <span><Disc state={osaiDiscs[state]} /> {word(t, 'osai_class', state)} </span>)}
      </p>
    </>
  );
};

const Mot = ({ of }: { of: By<'mot'> }) => {
  const t = useT();
  return <p><b class="figure">{mofLine(t, of.mof)}</b>{'. '}{t('mot_how')} <Name>{of.record}</Name></p>;
};

const Osi = ({ of }: { of: By<'osi'> }) => {
  const t = useT();
  return <p><b class="figure">{word(t, 'osi', of.outcome)}</b>{'. '}{t('osi_draft')} <Name>{of.draft}</Name>. {t('osi_meaning')}</p>;
};

const Fmti = ({ of }: { of: By<'fmti'> }) => {
  const t = useT();
  return (
    <>
      <p><b class="figure">{t('fmti_total', of.total)}</b>{dot}<Name>{of.edition}</Name>{of.model && <>{dot}{t('fmti_model')} <Name>{of.model}</Name></>}</p>
      <ul class="dimensions">{Object.entries(of.domains).map(([domain, points]) => <li><Name>{domain}</Name>{stop(t, ':')}{formatNumber(t, points)}</li>)}</ul>
      <p class="note">{t('fmti_meaning')}</p>
    </>
  );
};

const titles = { osai: 'assessment_osai', mot: 'assessment_mot', osi: 'assessment_osi', fmti: 'assessment_fmti' } as const;

/** Credits that the datasets' licences ask for; the OSI's results are its own published words. */
const credits: Readonly<Partial<Record<CardAssessment['by'], string>>> = {
  osai: 'Language-Technology-Assessment/main-database, DOI 10.5281/zenodo.15386042, CC BY 4.0',
  mot: 'lfai/model_openness_tool, MIT License',
  fmti: 'stanford-crfm/fmti, CC BY 4.0',
};

const shortTitles = { osai: 'row_osai', mot: 'row_mot', osi: 'row_osi', fmti: 'row_fmti' } as const;
const outcomeOf = (t: T, assessment: CardAssessment): string => {
  const result = assessment.by === 'osai' ? formatNumber(t, assessment.score)
    : assessment.by === 'mot' ? (assessment.mof.class ? t('mof_class', assessment.mof.class) : t('mof_none'))
      : assessment.by === 'osi' ? word(t, 'osi', assessment.outcome) : formatNumber(t, assessment.total);
  return `${t(shortTitles[assessment.by])}${stop(t, ':')}${result}`;
};

/** The latest of each judge, where there are several editions. */
const latest = (list: readonly CardAssessment[]): CardAssessment[] =>
  list.filter(({ by, from: [, asOf] }) => !list.some((other) => other.by === by && (other.from[1] ?? '') > (asOf ?? '')));

export const Assessments = ({ list, disagreements = [] }: { list: readonly CardAssessment[]; disagreements?: readonly Disagreement[] | undefined }) => {
  const t = useT();
  return (
    <Fold title={t('assessments_title')} outcome={[...new Set(latest(list).map((assessment) => outcomeOf(t, assessment)))].join(dot)}>
      <div class="assessments">
        {list.map((assessment) => (
          <div class="assessment">
            <h4>{t(titles[assessment.by])} <span class="when">{dated(t, assessment)}</span><Refs of={[assessment.from]} /></h4>
            {assessment.by === 'osai' && <Osai of={assessment} />}
            {assessment.by === 'mot' && <Mot of={assessment} />}
            {assessment.by === 'osi' && <Osi of={assessment} />}
            {assessment.by === 'fmti' && <Fmti of={assessment} />}
            {credits[assessment.by] && <p class="note"><Name>{credits[assessment.by]!}</Name>{dot}{t('credit_changed')}</p>}
          </div>
        ))}
      </div>
      {disagreements.length > 0 && (
        <ul class="disagreements">{disagreements.map(({ reason, args }) => <li>{explainDisagreement(t, reason, args)}</li>)}</ul>
      )}
    </Fold>
  );
};
