/** What a licence allows: open or not for code, weights, data and documents, and why. */
import { licenceTargets, type LicenceVerdict } from '../../openness/types.ts';
import { Disc, type Tone } from '../icons.tsx';
import { word } from '../text.ts';
import { useT } from '../words.tsx';
import { FactRefs, Section } from './parts.tsx';

export const licenceTone = (verdict: LicenceVerdict): Tone => {
  const answers = licenceTargets.map((target) => verdict.open[target]);
  if (answers.every((open) => open === true)) return 'open';
  if (answers.some((open) => open === true)) return 'ajar';
  return answers.some((open) => open === false) ? 'chained' : 'unknown';
};

const answers = { true: ['full', 'licence_open_here'], false: ['empty', 'licence_closed_here'], null: ['unknown', 'not_known'] } as const;

export const LicencePart = ({ verdict }: { verdict: LicenceVerdict }) => {
  const t = useT();
  return (
    <Section title={t('licence_title')}>
      <ul class="glance-parts four">
        {licenceTargets.map((target) => {
          const [disc, text] = answers[`${verdict.open[target]}`];
          return (
            <li class={`state-${disc}`}>
              <Disc state={disc} />
              <span class="label">{word(t, 'target', target)}</span>
              <span class="answer">{t(text)}</span>
            </li>
          );
        })}
      </ul>
      <LicenceReasons verdict={verdict} />
    </Section>
  );
};

/** Why it counts as open, or does not, each with its fact. */
export const LicenceReasons = ({ verdict }: { verdict: LicenceVerdict }) => {
  const t = useT();
  return (
    <>
      {verdict.excludesEu === true && <p class="flag">{t('licence_excludes_eu')}</p>}
      {verdict.reasons.length > 0 && (
        <ul class="reasons">
          {verdict.reasons.map(({ reason, facts }) => <li>{word(t, 'licence_reason', reason)} <FactRefs facts={facts} /></li>)}
        </ul>
      )}
    </>
  );
};
