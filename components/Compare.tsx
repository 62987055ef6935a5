/** Two to four models in a table: verdict, licence, assessments, dates, components. */
import { useEffect, useRef } from 'preact/hooks';
import type { CardAssessment } from '../glossary/card.ts';
import { compareModels, type ModelCard } from '../glossary/compare.ts';
import { Name, Scope } from './card/parts.tsx';
import { Value } from './card/Value.tsx';
import { countConditions, mofLine } from './card/Why.tsx';
import { Disc, Icon, Sign, doorOf } from './icons.tsx';
import { dot, formatDate, formatNumber, word, type T } from './text.ts';
import { useT } from './words.tsx';

const discs = { 'released': 'full', 'partly': 'half', 'not-released': 'empty' } as const;

const resultOf = (t: T, assessment: CardAssessment | null): string => {
  if (assessment === null) return t('not_known');
  const date = assessment.from[1] ? `${dot}${formatDate(t, assessment.from[1], 'short')}` : '';
  switch (assessment.by) {
    case 'osai': return `${t('osai_score', formatNumber(t, assessment.score))}${date}`;
    case 'mot': return `${assessment.mof.class ? t('mof_class', assessment.mof.class) : t('mof_none')}${date}`;
    case 'osi': return `${word(t, 'osi', assessment.outcome)}${date}`;
    case 'fmti': return `${t('fmti_total', assessment.total)}${date}`;
  }
};
const judgeNames = { osai: 'assessment_osai', mot: 'assessment_mot', osi: 'assessment_osi', fmti: 'assessment_fmti' } as const;

export const CompareTable = ({ models, today, onBack }: { models: readonly ModelCard[]; today: string; onBack: () => void }) => {
  const t = useT();
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => back.current?.focus(), []);
  const { facts, components, assessments } = compareModels(models);
  return (
    <div class="compare">
      <button type="button" class="link back" ref={back} onClick={onBack}><Sign name="back" /> {t('back')}</button>
      <h1 id="compare-title">{t('compare_title')}</h1>
      <div class="scroller" role="region" aria-labelledby="compare-title" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <td />
              {models.map((card) => (
                <th scope="col">
                  <Icon name={doorOf(card.model.tier.tier)} tone={doorOf(card.model.tier.tier)} size={26} />
                  <Name>{card.name}</Name>
                  <span class={`tone-${doorOf(card.model.tier.tier)} toned`}>{word(t, 'tier', card.model.tier.tier)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {facts.map(({ field, cells }) => (
              <tr>
                <th scope="row">{word(t, 'field', field)}</th>
                {cells.map((cell, index) => <td><Scope.Provider value={{ card: models[index]!, today }}><Value value={cell?.value ?? null} /></Scope.Provider></td>)}
              </tr>
            ))}
            <tr><th scope="row">{t('row_osaid')}</th>{models.map(({ model }) => <td>{countConditions(t, model.tier.osaid)}</td>)}</tr>
            <tr><th scope="row">{t('row_mof')}</th>{models.map(({ model }) => <td>{mofLine(t, model.mof, 1)}</td>)}</tr>
            <tr><th scope="row">{t('row_ai_act')}</th>{models.map(({ model }) => <td>{countConditions(t, model.exemption.conditions)}</td>)}</tr>
            {assessments.map(({ by, cells }) => <tr><th scope="row">{t(judgeNames[by])}</th>{cells.map((cell) => <td class={cell ? undefined : 'not-known'}>{resultOf(t, cell)}</td>)}</tr>)}
          </tbody>
          <tbody>
            <tr><th scope="rowgroup" colSpan={models.length + 1} class="group">{t('components_title')}</th></tr>
            {components.map(({ id, cells }) => (
              <tr>
                <th scope="row">{word(t, 'component', id)}</th>
                {cells.map((cell) => (
                  <td><span class="with-disc"><Disc state={cell?.state ? discs[cell.state] : 'unknown'} /> {cell?.state ? word(t, 'release_state', cell.state) : t('not_known')}</span></td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p class="note">{t('no_legal_advice')}</p>
    </div>
  );
};
