/** The first page after installation: three sentences, and a sample that is read and marked as any page is. */
import browser from 'webextension-polyfill';
import { useEffect, useState } from 'preact/hooks';
import letters from '../../.compiled/letters.txt?raw';
import names from '../../.compiled/names.txt?raw';
import senses from '../../.compiled/senses.txt?raw';
import { readCard } from '../../browser/cards.ts';
import { highlightNames, markStyle } from '../../browser/mark-style.ts';
import { listen } from '../../browser/page-side.ts';
import { openGlossary, openOptions } from '../../browser/pages.ts';
import { pageSettingsOf, readSettings, watchSettings, type Settings } from '../../browser/settings.ts';
import { webPages, askAccess } from '../../browser/tab-page.ts';
import { describeCard } from '../../components/describe.ts';
import type { MessageKey } from '../../components/text.ts';
import { Welcome } from '../../components/Welcome.tsx';
import { findClaims } from '../../mentions/claims.ts';
import { openLexicon } from '../../mentions/lexicon.ts';
import { findProvisions } from '../../mentions/provisions.ts';
import { makeReading } from '../../mentions/reading.ts';
import { today } from '../../openness/law-on-day.ts';
import { startCards } from '../../page/start-cards.ts';
import type { CardCallbacks } from '../../page/types.ts';
import { startPage } from '../../page/start-page.ts';
import type { PageSettings } from '../../page/types.ts';
import { makeCardView } from '../shared/card-view.tsx';
import { mount, t } from '../shared/mount.tsx';

const view = makeCardView({
  loadCard: readCard,
  showInGlossary: (id) => void openGlossary(id),
  getMessage: (key, substitutions) => browser.i18n.getMessage(key, substitutions),
  language: t.locale,
});

/** As on any page, but for concepts: the sample has none, and the words under the doors are their names. */
const settingsHere = (settings: Settings): PageSettings => {
  const chosen = pageSettingsOf(settings);
  return { ...chosen, kinds: { ...chosen.kinds, concept: false } };
};

const describe = async (id: string, name: string): Promise<string> => {
  const card = await readCard(id);
  return card === null ? name : describeCard((key) => t(key as MessageKey), card, today());
};

const markSample = async (): Promise<void> => {
  let settings = await readSettings();
  const style = new CSSStyleSheet();
  style.replaceSync(markStyle(settings.look));
  document.adoptedStyleSheets.push(style);
  const { signal } = new AbortController();
  const cardCallbacks: CardCallbacks = {
    showCard: async (request, root, close) =>
      view.show(root, { card: await readCard(request.mention.id).catch(() => 'failed' as const), request, theme: settings.theme, close }),
    describe: ({ mention }) => describe(mention.id, mention.name),
    warmUp: () => undefined,
  };
  const page = startPage({
    document,
    lexicon: openLexicon({ letters, names, senses }),
    settings: settingsHere(settings),
    highlightNames,
    markStyle: markStyle(settings.look),
    closedRoots: true,
    isAlive: () => true,
    signal,
    callbacks: {
      loadCards: async () => (options) => startCards(options, cardCallbacks),
      loadReading: async () => makeReading(),
      loadProvisions: async () => findProvisions,
      loadClaims: async () => findClaims,
      report: () => undefined,
    },
  });
  // The keys work here as on any page, and so does a change of settings.
  listen({ 'page.next': () => page.next(), 'page.previous': () => page.previous(), 'page.open': () => page.openCurrent() }, signal);
  watchSettings((changed) => {
    settings = changed;
    style.replaceSync(markStyle(settings.look));
    page.update(settingsHere(settings), markStyle(settings.look));
  });
};

const WelcomePage = () => {
  const [hasAccess, setHasAccess] = useState(true);
  useEffect(() => void browser.permissions.contains(webPages).then(setHasAccess), []);
  return (
    <Welcome
      onSample={() => void markSample()}
      hasAccess={hasAccess}
      onAsk={() => void askAccess().then(setHasAccess)}
      onOptions={() => void openOptions()}
    />
  );
};

mount(<WelcomePage />);
