// @vitest-environment happy-dom
/** The popup, the side panel and the settings, used by mouse and keyboard. */
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { textOf } from '../../components/gallery/locales.ts';
import { cards, entries, sampleDay } from '../../components/gallery/samples.ts';
import { sampleReport } from '../../components/gallery/stories.tsx';
import { Glossary, type GlossaryProps } from '../../components/Glossary.tsx';
import { Options, type OptionsProps } from '../../components/Options.tsx';
import { Report, summarise, type ReportProps } from '../../components/Report.tsx';
import { Words } from '../../components/words.tsx';
import { kinds } from '../../data/schema/lists.ts';

const root = document.createElement('div');
const t = textOf('en');
beforeEach(() => document.body.append(root));
afterEach(() => {
  render(null, root);
  root.remove();
});
/** Lets promises that a view waits for settle, and the view render what came of them. */
const settle = (): Promise<void> => act(() => new Promise<void>((resolve) => { setTimeout(resolve); }));
const show = async (view: preact.ComponentChild): Promise<void> => {
  await act(async () => render(<Words.Provider value={t}>{view}</Words.Provider>, root));
  await settle();
};
const find = <E extends Element = HTMLElement>(selector: string): E => root.querySelector<E>(selector)!;
const button = (name: string): HTMLButtonElement => [...root.querySelectorAll('button')].find((each) => (each.getAttribute('aria-label') ?? each.textContent).trim() === name)!;
const press = async (name: string): Promise<void> => {
  await act(async () => button(name).click());
  await settle();
};
const key = async (on: Element, name: string): Promise<void> => {
  await act(async () => { on.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true })); });
  await settle();
};
const loadCard = (id: string) => Promise.resolve(Object.values(cards).find((card) => card.id === id) ?? null);

const popup = (over: Partial<GlossaryProps> = {}): GlossaryProps => ({
  entries, page: { state: 'ready', report: sampleReport }, recent: [], today: sampleDay, site: 'example.org', isOnHere: true, isOnEverywhere: true,
  onHere: vi.fn(), onEverywhere: vi.fn(), onGoTo: vi.fn(), loadCard, onOpened: vi.fn(), onOptions: vi.fn(), actions: {}, ...over,
});
const type = async (text: string): Promise<HTMLInputElement> => {
  const input = find<HTMLInputElement>('[role="combobox"]');
  await act(async () => {
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  });
  return input;
};

describe('search in the popup', () => {
  it('has the focus from the start', async () => {
    await show(<Glossary {...popup()} />);
    expect(document.activeElement).toBe(find('[role="combobox"]'));
  });

  it('tells its active result as a combobox does, and moves it with the arrows', async () => {
    await show(<Glossary {...popup()} />);
    const input = await type('llama');
    const active = () => document.getElementById(input.getAttribute('aria-activedescendant')!);
    expect(input.getAttribute('aria-expanded')).toBe('true');
    const first = active();
    expect(first?.getAttribute('aria-selected')).toBe('true');
    await key(input, 'ArrowDown');
    expect(active()).not.toBe(first);
    await key(input, 'ArrowUp');
    expect(active()).toBe(first);
    await key(input, 'ArrowUp');
    expect(active()).toBe(root.querySelector('[role="option"]:last-child'));
  });

  it('opens a record on Enter, goes back on Escape, and keeps it as looked at', async () => {
    const props = popup();
    await show(<Glossary {...props} />);
    await key(await type('deepseek-r1'), 'Enter');
    expect(find('.card h2').textContent).toBe('DeepSeek-R1');
    expect(props.onOpened).toHaveBeenCalledWith('deepseek-r1');
    expect(document.activeElement).toBe(find('.back'));
    await key(find('.back'), 'Escape');
    expect(root.querySelector('.card')).toBeNull();
    expect(document.activeElement).toBe(find('[role="combobox"]'));
  });

  it('is emptied by Escape; an empty one leaves Escape to the browser', async () => {
    await show(<Glossary {...popup()} />);
    const input = await type('llama');
    await key(input, 'Escape');
    expect(input.value).toBe('');
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
    input.dispatchEvent(escape);
    expect(escape.defaultPrevented).toBe(false);
  });

  it('says that nothing is called so', async () => {
    await show(<Glossary {...popup()} />);
    await type('zyxwvut');
    expect(find('.empty').textContent).toBe('Nothing in the glossary is called “zyxwvut”.');
    expect(find('[role="status"]').textContent).toBe('0 results');
  });

  it('leaves the keys of an input method alone', async () => {
    await show(<Glossary {...popup()} />);
    const input = await type('llama');
    await act(async () => { input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, isComposing: true })); });
    expect(root.querySelector('.card')).toBeNull();
  });
});

describe('this page in the popup', () => {
  it('groups records with counts, verdicts and differing claims', async () => {
    await show(<Glossary {...popup()} />);
    const rows = [...root.querySelectorAll('.entries')[0]!.children].map(({ textContent }) => textContent.trim());
    expect(rows[0]).toBe('DeepSeek-R1Open weights2 1 claim differs');
    expect(rows.at(-1)).toBe('LlamaDepends on the release1');
  });

  it('shows a chosen record and its place on the page; focus comes back to it', async () => {
    const props = popup();
    await show(<Glossary {...props} />);
    await act(async () => find<HTMLButtonElement>('[data-id="deepseek-r1"] button').click());
    expect(props.onGoTo).toHaveBeenLastCalledWith(expect.objectContaining({ n: 0 }));
    await press('Go to the next mention');
    expect(props.onGoTo).toHaveBeenLastCalledWith(expect.objectContaining({ n: 2 }));
    await press('Go to the next mention');
    expect(props.onGoTo).toHaveBeenLastCalledWith(expect.objectContaining({ n: 0 }));
    await press('Back');
    expect(document.activeElement).toBe(find('[data-id="deepseek-r1"] button'));
  });

  it('is gone through by arrows, from the search and back', async () => {
    await show(<Glossary {...popup()} />);
    const arrow = (key: string) => act(async () => { document.activeElement!.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); });
    const input = find('.search input');
    input.focus();
    await arrow('ArrowDown');
    expect(document.activeElement).toBe(find('[data-id="deepseek-r1"] button'));
    await arrow('ArrowDown');
    expect(document.activeElement).toBe(find('[data-id="llama-3.1"] button'));
    await arrow('ArrowUp');
    await arrow('ArrowUp');
    expect(document.activeElement).toBe(input);
  });

  it('carries the page’s claims into the card', async () => {
    await show(<Glossary {...popup({ start: 'llama-3.1' })} />);
    expect(find('.claim').textContent).toContain('Meta says “open source”');
  });

  it.each([['unreadable', 'Extensions may not read this page.'], ['paused', 'Ajar is off here.'], ['local-file', 'local files'], ['loading', 'Reading the page']] as const)(
    'says why there is nothing: %s', async (state, words) => {
      await show(<Glossary {...popup({ page: { state } })} />);
      expect(find('.page-note [role="status"]').textContent).toContain(words);
    });

  it('asks for access within the press of the button', async () => {
    const onAsk = vi.fn();
    await show(<Glossary {...popup({ page: { state: 'withheld', onAsk } })} />);
    button('Allow Ajar to read pages').click();
    expect(onAsk).toHaveBeenCalledOnce();
  });

  it('says where a record is gone, and offers to retry where one could not be read', async () => {
    const loader = vi.fn<GlossaryProps['loadCard']>().mockRejectedValueOnce(new Error('no')).mockImplementation(loadCard);
    await show(<Glossary {...popup({ start: 'gone' })} />);
    expect(find('.card').textContent).toContain('no longer in the data');
    render(null, root);
    await show(<Glossary {...popup({ start: 'mit', loadCard: loader })} />);
    expect(find('[role="alert"]').textContent).toBe('This card could not be loaded.');
    await press('Try again');
    expect(find('.card h2').textContent).toBe('MIT License');
  });

  it('switches here and everywhere; here is out of reach while all is off', async () => {
    const props = popup();
    await show(<Glossary {...props} />);
    const [here, everywhere] = [...root.querySelectorAll<HTMLInputElement>('[role="switch"]')];
    await act(async () => here!.click());
    expect(props.onHere).toHaveBeenCalledWith(false);
    await act(async () => everywhere!.click());
    expect(props.onEverywhere).toHaveBeenCalledWith(false);
    await show(<Glossary {...popup({ isOnEverywhere: false })} />);
    expect(find<HTMLInputElement>('[role="switch"]').disabled).toBe(true);
  });
});

describe('the side panel', () => {
  const props = (over: Partial<ReportProps> = {}): ReportProps => ({
    page: { state: 'ready', report: sampleReport }, title: 'An article', url: 'https://example.org/a', today: sampleDay, loadCard, onGoTo: vi.fn(), onSave: vi.fn(), onPrint: vi.fn(), actions: {}, ...over,
  });

  it('sums the page up in one line', () => {
    expect(summarise(t, sampleReport)).toBe(
      '5 models: 1 open source, 1 open weights, 1 restricted, 1 closed, 1 family judged release by release; 1 provision of the EU AI Act; 1 dataset, 1 licence, 1 law or standard, and 1 concept; 2 claims differ');
  });

  it('shows in its chart what the line counts, families without a common verdict too', async () => {
    await show(<Report {...props()} />);
    expect([...root.querySelectorAll('.report-head .legend li')].map(({ textContent }) => textContent.trim())).toEqual(
      ['1 × Open source AI', '1 × Open weights', '1 × Restricted weights', '1 × Closed', '1 family judged release by release']);
  });

  it('goes to the place of a claim', async () => {
    const given = props();
    await show(<Report {...given} />);
    await press('Show on the page');
    expect(given.onGoTo).toHaveBeenCalledWith(expect.objectContaining({ n: 0, id: 'deepseek-r1' }));
  });

  it('lists mentions in order, in the page’s words', async () => {
    await show(<Report {...props()} />);
    await press('In order');
    expect(root.querySelectorAll('.in-order li')).toHaveLength(sampleReport.mentions.length);
    expect(find('.in-order li:nth-child(3)').textContent).toContain('what is new in R1 with others');
  });

  it('compares two to four releases, and no family', async () => {
    await show(<Report {...props()} />);
    expect(button('Compare').disabled).toBe(true);
    expect(root.querySelector('[data-id="llama"] input')).toBeNull();
    for (const id of ['deepseek-r1', 'olmo-2']) await act(async () => find<HTMLInputElement>(`[data-id="${id}"] input`).click());
    await press('Compare');
    expect([...root.querySelectorAll('thead th bdi')].map(({ textContent }) => textContent)).toEqual(['DeepSeek-R1', 'OLMo 2']);
    const row = [...root.querySelectorAll('tr')].find((each) => each.textContent.startsWith('Training code'))!;
    expect([...row.querySelectorAll('td')].map(({ textContent }) => textContent.trim())).toEqual(['not released', 'released']);
  });

  it('comes back from a comparison and from a record to where the reader was', async () => {
    await show(<Report {...props()} />);
    for (const id of ['deepseek-r1', 'olmo-2']) await act(async () => find<HTMLInputElement>(`[data-id="${id}"] input`).click());
    await press('Compare');
    await press('Back');
    expect(document.activeElement).toBe(button('Compare'));
    await act(async () => find('.entries [data-id="olmo-2"] button').click());
    await press('Back');
    expect(document.activeElement).toBe(find('.entries [data-id="olmo-2"] button'));
  });

  it('saves a file of each format, and says when it cannot', async () => {
    const given = props();
    await show(<Report {...given} />);
    await press('CSV');
    expect(given.onSave).toHaveBeenCalledWith(expect.objectContaining({ name: 'ajar-report-2026-11-23.csv' }));
    await show(<Report {...props({ loadCard: () => Promise.reject(new Error('no')) })} />);
    await press('JSON');
    expect(find('[role="alert"]').textContent).toBe('The report could not be saved.');
  });

  it('forgets what was open when the tab shows another page', async () => {
    await show(<Report {...props()} />);
    await act(async () => find<HTMLButtonElement>('[data-id="mit"] .entry').click());
    expect(root.querySelector('.card')).not.toBeNull();
    await show(<Report {...props({ url: 'https://example.org/b' })} />);
    expect(root.querySelector('.card')).toBeNull();
  });
});

describe('settings', () => {
  const settings: OptionsProps['settings'] = {
    enabled: true, sites: 'all', pausedSites: ['example.org'], onlySites: [], kinds: Object.fromEntries(kinds.map((kind) => [kind, true])) as OptionsProps['settings']['kinds'],
    repeat: 'spaced', inlineCode: false, claims: false, look: 'dotted', open: 'hover', delayMs: 300, theme: 'auto',
  };
  const props = (over: Partial<OptionsProps> = {}): OptionsProps => ({
    settings, onChange: vi.fn(() => Promise.resolve()), own: [], onImportOwn: vi.fn(() => Promise.resolve({ ok: true as const, count: 2 })), onExportOwn: vi.fn(), onSaveExample: vi.fn(), onRemoveOwn: vi.fn(() => Promise.resolve()),
    onRemoveAllOwn: vi.fn(() => Promise.resolve()), onBackUp: vi.fn(), onRestore: vi.fn(() => Promise.resolve({ ok: true as const, count: 1 })), shortcuts: [], hasAccess: true, onAsk: vi.fn(), version: '1', dataDate: sampleDay,
    recordCount: 10, notices: '', ...over,
  });
  const choose = async (file: File, nth = 0): Promise<void> => {
    const input = root.querySelectorAll<HTMLInputElement>('input[type="file"]')[nth]!;
    Object.defineProperty(input, 'files', { value: [file], configurable: true });
    await act(async () => { input.dispatchEvent(new Event('change', { bubbles: true })); });
  };
  const addSite = async (text: string): Promise<void> => {
    const input = find<HTMLInputElement>('.sites input');
    await act(async () => {
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });
    await act(async () => { find('.sites form').dispatchEvent(new Event('submit', { bubbles: true, cancelable: true })); });
  };

  it('hand each change on at once, alone', async () => {
    const given = props();
    await show(<Options {...given} />);
    await act(async () => find<HTMLInputElement>('input[value="every"]').click());
    expect(given.onChange).toHaveBeenLastCalledWith({ repeat: 'every' });
    await act(async () => find<HTMLInputElement>('.kinds input').click());
    expect(given.onChange).toHaveBeenLastCalledWith({ kinds: { ...settings.kinds, model: false } });
  });

  it('say when the browser cannot store', async () => {
    await show(<Options {...props({ onChange: () => Promise.reject(new Error('QuotaExceededError')) })} />);
    await act(async () => find<HTMLInputElement>('input[value="dark"]').click());
    expect(find('[role="alert"]').textContent).toContain('What was stored before still holds.');
  });

  it.each([['https://News.Example.org/a?b', 'news.example.org'], ['bücher.example', 'xn--bcher-kva.example'], ['localhost:8080', 'localhost']])('add a site as it is pasted: %s', async (text, host) => {
    const given = props();
    await show(<Options {...given} />);
    await addSite(text);
    expect(given.onChange).toHaveBeenCalledWith({ pausedSites: ['example.org', host].sort() });
  });

  it.each(['', 'not a site', 'javascript:alert(1)', 'ftp://example.org'])('refuse what is no site: "%s"', async (text) => {
    const given = props();
    await show(<Options {...given} />);
    await addSite(text);
    expect(given.onChange).not.toHaveBeenCalled();
    expect(find('.sites [role="alert"]').textContent).toBe("This is not a site's address.");
  });

  it('list an import’s errors by line, and say that nothing changed', async () => {
    const problems = Array.from({ length: 30 }, (_, n) => ({ line: n + 1, reason: 'name-is-ordinary' as const, args: ['letter'] }));
    await show(<Options {...props({ onImportOwn: () => Promise.resolve({ ok: false, reason: 'invalid', problems }) })} />);
    await choose(new File(['{}'], 'own.json'));
    expect(find('.outcome-of-file .problem').textContent).toBe('The file has errors. Nothing was changed.');
    expect(root.querySelectorAll('.problems li')).toHaveLength(21);
    expect(find('.problems li').textContent).toBe('Line 1: “letter” may be an ordinary word: give it "cues", words one of which must stand near it');
    expect(find('.problems li:last-child').textContent).toBe('10 more');
  });

  it.each([['too-big', 'larger than 2 MB'], ['not-json', 'not JSON'], ['quota', 'could not store'], ['failed', 'could not be read']] as const)('name what is wrong with a file: %s', async (reason, words) => {
    await show(<Options {...props({ onRestore: () => Promise.resolve({ ok: false, reason }) })} />);
    await choose(new File(['x'], 'backup.json'), 1);
    expect([...root.querySelectorAll('.outcome-of-file')].at(-1)!.textContent).toContain(words);
  });

  it('stand before the data’s day is read', async () => {
    await show(<Options {...props({ dataDate: '', recordCount: 0 })} />);
    expect(root.textContent).toContain('Ajar 1.');
    expect(root.textContent).not.toContain('data of');
  });

  it('take away one’s own glossary only when asked twice', async () => {
    const given = props({ own: [{ id: 'own/a', kind: 'tool', name: 'House model' }] });
    await show(<Options {...given} />);
    await press('Remove all');
    expect(given.onRemoveAllOwn).not.toHaveBeenCalled();
    await press('Remove all, for good');
    expect(given.onRemoveAllOwn).toHaveBeenCalledOnce();
  });
});
