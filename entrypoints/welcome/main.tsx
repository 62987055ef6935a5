/** The first page after installation: three sentences, and a sample that is read and marked as any page is. */
import browser from 'webextension-polyfill';
import { useEffect, useState } from 'preact/hooks';
import lexiconText from '../../.compiled/lexicon.txt?raw';
import { readCard } from '../../browser/cards.ts';
import { highlightNames, markStyle } from '../../browser/mark-style.ts';
import { openGlossary, openOptions } from '../../browser/pages.ts';
import { pageSettingsOf, readSettings } from '../../browser/settings.ts';
import { allPages, askAccess } from '../../browser/tab-page.ts';
import { Welcome } from '../../components/Welcome.tsx';
import { clauses } from '../../mentions/clauses.ts';
import { openLexicon } from '../../mentions/lexicon.ts';
import { startPage } from '../../page/start-page.ts';
import { makeCardView } from '../shared/card-view.tsx';
import { mount, t } from '../shared/mount.tsx';

const view = makeCardView({
  loadCard: readCard,
  showInGlossary: (id) => void openGlossary(id),
  getMessage: (key, substitutions) => browser.i18n.getMessage(key, substitutions),
  language: t.locale,
});

const markSample = async (): Promise<void> => {
  const settings = await readSettings();
  const style = new CSSStyleSheet();
  style.replaceSync(markStyle(settings.look));
  document.adoptedStyleSheets.push(style);
  startPage({
    document,
    lexicon: openLexicon(lexiconText),
    settings: pageSettingsOf(settings),
    highlightNames,
    markStyle: markStyle(settings.look),
    closedRoots: true,
    isAlive: () => true,
    signal: new AbortController().signal,
    callbacks: {
      showCard: async (request, root, close) =>
        view.show(root, { card: await readCard(request.mention.id).catch(() => 'failed' as const), request, theme: settings.theme, close }),
      describe: async ({ mention }) => mention.name,
      loadClauses: async () => clauses,
      warmUp: () => undefined,
      report: () => undefined,
    },
  });
};

const WelcomePage = () => {
  const [hasAccess, setHasAccess] = useState(true);
  useEffect(() => void browser.permissions.contains(allPages).then(setHasAccess), []);
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
