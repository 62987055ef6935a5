/** The first page after installing: what this is in three sentences, a sample to try, what is read and why access is asked. */
import { useEffect, useRef } from 'preact/hooks';
import { tiers } from '../openness/types.ts';
import { Icon, doorOf } from './icons.tsx';
import { word } from './text.ts';
import { useT } from './words.tsx';

export interface WelcomeProps {
  /** Gets the sample's element once it is there, to read and mark it as any page. */
  readonly onSample: (sample: HTMLElement) => void;
  readonly hasAccess: boolean;
  readonly onAsk: () => void;
  readonly onOptions: () => void;
}

export const Welcome = ({ onSample, hasAccess, onAsk, onOptions }: WelcomeProps) => {
  const t = useT();
  const sample = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (sample.current) onSample(sample.current);
  }, []);
  return (
    <main class="welcome" lang={t.locale} dir={t.dir}>
      <header>
        <Icon name="ajar" tone="ajar" size={56} />
        <h1>{t('welcome_title')}</h1>
      </header>
      <div class="lead">
        <p>{t('welcome_one')}</p>
        <p>{t('welcome_two')}</p>
        <p>{t('welcome_three')}</p>
      </div>
      <ul class="doors" aria-label={t('welcome_doors')}>
        {tiers.map((tier) => (
          <li class={`tone-${doorOf(tier)}`}><Icon name={doorOf(tier)} tone={doorOf(tier)} size={34} /><span>{word(t, 'tier', tier)}</span></li>
        ))}
      </ul>
      <section aria-labelledby="try">
        <h2 id="try">{t('welcome_try')}</h2>
        <p class="hint">{t('welcome_try_how')}</p>
        <p class="sample" ref={sample}>{t('welcome_sample')}</p>
      </section>
      <section aria-labelledby="reads">
        <h2 id="reads">{t('welcome_reads')}</h2>
        <p>{t('welcome_reads_what')}</p>
        <p>{t('welcome_reads_why')}</p>
        {hasAccess ? <p class="done" role="status">{t('access_given')}</p> : <p><button type="button" class="button primary" onClick={onAsk}>{t('access_ask')}</button></p>}
        <p><button type="button" class="link" onClick={onOptions}>{t('welcome_settings')}</button></p>
      </section>
    </main>
  );
};
