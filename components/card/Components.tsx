/** What of a model is public: six parts as a picture at a glance, and the framework's whole list. */
import { components, mofClasses, type ComponentId, type ReleaseState } from '../../data/schema/lists.ts';
import type { CardComponent } from '../../glossary/card.ts';
import { Disc } from '../icons.tsx';
import { word } from '../text.ts';
import { useT } from '../words.tsx';
import { Out, RecordLink, Refs, Section } from './parts.tsx';

const discs = { 'released': 'full', 'partly': 'half', 'not-released': 'empty' } as const satisfies Record<ReleaseState, string>;
const discOf = (state: ReleaseState | null | undefined) => (state ? discs[state] : 'unknown');

/** The six that readers ask for first. A paper stands for the report where only it is public, as the framework says. */
const glance = [
  ['parameters-final', 'part_weights'], ['inference-code', 'part_run_code'], ['training-code', 'part_train_code'],
  ['datasets', 'part_data'], ['technical-report', 'part_report'], ['model-card', 'part_model_card'],
] as const satisfies readonly (readonly [ComponentId, string])[];

const byOpenness: readonly (ReleaseState | null)[] = ['released', 'partly', 'not-released', null];
const better = (a: ReleaseState | null, b: ReleaseState | null): ReleaseState | null => (byOpenness.indexOf(a) <= byOpenness.indexOf(b) ? a : b);

/** Six parts with a disc each: full, half, empty or not known. */
export const ComponentGlance = ({ list }: { list: readonly CardComponent[] }) => {
  const t = useT();
  const stateOf = (id: ComponentId) => list.find((component) => component.id === id)?.state ?? null;
  return (
    <ul class="glance-parts" aria-label={t('components_title')}>
      {glance.map(([id, label]) => {
        const state = id === 'technical-report' ? better(stateOf(id), stateOf('research-paper')) : stateOf(id);
        return (
          <li class={`state-${discOf(state)}`}>
            <Disc state={discOf(state)} />
            <span class="label">{t(label)}</span>
            <span class="visually-hidden">: {state ? word(t, 'release_state', state) : t('not_known')}</span>
          </li>
        );
      })}
    </ul>
  );
};

const Row = ({ component }: { component: CardComponent }) => {
  const t = useT();
  const { id, state, licence, url, from } = component;
  const name = word(t, 'component', id);
  return (
    <li class={`component state-${discOf(state)}`}>
      <Disc state={discOf(state)} />
      <span class="component-name">{url ? <Out href={url}>{name}</Out> : name}</span>
      <span class="component-state">
        {state ? word(t, 'release_state', state) : t('not_known')}<Refs of={[from]} />
      </span>
      {licence && <span class="component-licence"><RecordLink to={licence} /></span>}
    </li>
  );
};

const classTitles = { III: 'components_class_3', II: 'components_class_2', I: 'components_class_1' } as const;

/** Every component, by the class of the Model Openness Framework that asks for it. */
export const ComponentList = ({ list }: { list: readonly CardComponent[] }) => {
  const t = useT();
  const seen = new Set<ComponentId>();
  const once = list.filter(({ id }) => !seen.has(id) && seen.add(id));
  return (
    <Section title={t('components_title')}>
      {[...mofClasses].reverse().map((level) => {
        const rows = once.filter(({ id }) => components[id].class === level);
        return rows.length > 0 && (
          <>
            <h4>{t(classTitles[level])}</h4>
            <ul class="components">{rows.map((component) => <Row component={component} />)}</ul>
          </>
        );
      })}
    </Section>
  );
};
