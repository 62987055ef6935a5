/**
 * Settings: what is marked and how, on which sites, one's own glossary, back-up, and what this is. Each change is handed
 * on at once; where the browser cannot store it, the view says so and shows what still holds.
 */
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { kinds, type Kind } from '../data/schema/lists.ts';
import type { Settings } from '../browser/settings.ts';
import { backUpBytes, ownLimits, type OwnProblem, type ProblemReason } from '../glossary/own-records.ts';
import { Name, Out } from './card/parts.tsx';
import { Icon, signOf, toneOf } from './icons.tsx';
import { Switch } from './lists.tsx';
import { formatDate, word, type MessageKey } from './text.ts';
import { useT } from './words.tsx';

/** What came of reading a file that the reader chose. */
export type FileOutcome =
  | { readonly ok: true; readonly count: number }
  | { readonly ok: false; readonly reason: 'too-big' | 'not-json' | 'invalid' | 'quota' | 'failed'; readonly problems?: readonly OwnProblem[] };

export interface OwnRecord {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
}

export interface OptionsProps {
  readonly settings: Settings;
  /** Rejects where the browser cannot store it. */
  readonly onChange: (change: Partial<Settings>) => Promise<void>;
  readonly own: readonly OwnRecord[];
  readonly onImportOwn: (file: File) => Promise<FileOutcome>;
  readonly onExportOwn: () => void;
  /** Saves a file to begin with. */
  readonly onSaveExample: () => void;
  readonly onRemoveOwn: (id: string) => Promise<void>;
  readonly onRemoveAllOwn: () => Promise<void>;
  readonly onBackUp: () => void;
  readonly onRestore: (file: File) => Promise<FileOutcome>;
  /** The browser's commands with the keys that they have now; empty keys where none. */
  readonly shortcuts: readonly { readonly command: 'open_popup' | 'toggle_here' | 'next_mention' | 'previous_mention' | 'open_card'; readonly keys: string }[];
  /** Opens the browser's page of shortcuts; absent where an extension cannot. */
  readonly onShortcuts?: () => void;
  /** Whether the browser lets Ajar read all sites; `onAsk` asks for it. */
  readonly hasAccess: boolean;
  readonly onAsk: () => void;
  readonly version: string;
  /** Day of the data; empty until it is read. */
  readonly dataDate: string;
  readonly recordCount: number;
  /** Address of the project, if it names one. */
  readonly homepageUrl?: string;
  /** Notices of third parties whose code or facts are in the package, as plain text. */
  readonly notices: string;
}

const Group = ({ title, hint, children }: { title: string; hint?: string; children: ComponentChildren }) => {
  const id = useId();
  return (
    <section class="group" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      {hint && <p class="hint">{hint}</p>}
      {children}
    </section>
  );
};

/** Exactly one of a few. */
const Choice = <V extends string>({ label, value, options, onChange }: {
  label: string; value: V; options: readonly { readonly value: V; readonly label: string; readonly hint?: string; readonly sample?: string }[]; onChange: (value: V) => void;
}) => {
  const name = useId();
  return (
    <fieldset class="choice">
      <legend>{label}</legend>
      {options.map((option) => (
        <label>
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>{option.label}{option.sample && <>{' '}<span class={`look-${option.value}`}><Name>{option.sample}</Name></span></>}{option.hint && <small>{option.hint}</small>}</span>
        </label>
      ))}
    </fieldset>
  );
};

/** A host as people write or paste it; `null` where it is none. */
const toHost = (text: string): string | null => {
  const trimmed = text.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  if (trimmed === '' || !URL.canParse(address)) return null;
  const { hostname, protocol } = new URL(address);
  return /^https?:$/.test(protocol) && hostname !== '' && !hostname.includes('%') ? hostname : null;
};

const Sites = ({ title, hosts, onChange }: { title: string; hosts: readonly string[]; onChange: (hosts: string[]) => void }) => {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [isBad, setBad] = useState(false);
  const add = (event: Event) => {
    event.preventDefault();
    const host = toHost(text);
    setBad(host === null);
    if (host === null) return;
    setText('');
    if (!hosts.includes(host)) onChange([...hosts, host].sort());
  };
  return (
    <div class="sites">
      <h3 id={`${id}-title`}>{title}</h3>
      {hosts.length === 0 ? <p class="hint">{t('sites_none')}</p> : (
        <ul aria-labelledby={`${id}-title`}>
          {hosts.map((host) => (
            <li><Name>{host === '' ? t('sites_local') : host}</Name> <button type="button" class="link" aria-label={t('remove_named', host)} onClick={() => onChange(hosts.filter((known) => known !== host))}>{t('remove')}</button></li>
          ))}
        </ul>
      )}
      <form onSubmit={add}>
        <label class="visually-hidden" for={id}>{t('sites_add_label')}</label>
        <input id={id} type="text" value={text} placeholder="example.org" maxLength={300} spellcheck={false} autocapitalize="off"
          aria-invalid={isBad} aria-describedby={isBad ? `${id}-bad` : undefined} onInput={(event) => setText(event.currentTarget.value)} />{' '}
        <button type="submit" class="button">{t('add')}</button>
        {isBad && <p id={`${id}-bad`} role="alert" class="problem">{t('sites_bad')}</p>}
      </form>
    </div>
  );
};

const outcomeKeys = {
  'too-big': 'file_too_big', 'not-json': 'file_not_json', 'invalid': 'file_invalid', 'quota': 'storage_full', 'failed': 'file_failed',
} as const satisfies Record<Extract<FileOutcome, { ok: false }>['reason'], MessageKey>;

type Snake<S extends string> = S extends `${infer A}-${infer B}` ? `${A}_${Snake<B>}` : S;
/** A problem without a sentence does not compile. */
const problemKey = (reason: ProblemReason): `problem_${Snake<ProblemReason>}` & MessageKey => `problem_${reason.replaceAll('-', '_')}` as `problem_${Snake<ProblemReason>}` & MessageKey;
const complete: [Exclude<`problem_${Snake<ProblemReason>}`, MessageKey>] extends [never] ? true : false = true;
void complete;

/** How many problems of a file are listed: enough to mend it, not so many that the page is lost in them. */
const mostProblems = 20;

/** A button that lets the reader choose a file, and what came of it. */
const FileButton = ({ label, done, mostMegabytes, onFile }: { label: string; done: (count: number) => string; mostMegabytes: number; onFile: (file: File) => Promise<FileOutcome> }) => {
  const t = useT();
  const input = useRef<HTMLInputElement>(null);
  const [outcome, setOutcome] = useState<FileOutcome | 'reading' | null>(null);
  const read = async (file: File | undefined) => {
    if (!file) return;
    setOutcome('reading');
    setOutcome(await onFile(file).catch((): FileOutcome => ({ ok: false, reason: 'failed' })));
    if (input.current) input.current.value = '';
  };
  const problems = outcome !== null && outcome !== 'reading' && !outcome.ok ? outcome.problems ?? [] : [];
  return (
    <>
      <button type="button" class="button" onClick={() => input.current?.click()}>{label}</button>
      <input ref={input} type="file" accept="application/json,.json" hidden onChange={(event) => void read(event.currentTarget.files?.[0])} />
      <div class="outcome-of-file" role="status">
        {outcome === 'reading' && <p>{t('file_reading')}</p>}
        {outcome !== null && outcome !== 'reading' && <p class={outcome.ok ? 'done' : 'problem'}>{outcome.ok ? done(outcome.count) : t(outcomeKeys[outcome.reason], mostMegabytes)}</p>}
        {problems.length > 0 && (
          <ul class="problems">
            {problems.slice(0, mostProblems).map(({ line, reason, args }) => <li>{line !== null && <b>{t('file_line', String(line))} </b>}{t(problemKey(reason), ...args)}</li>)}
            {problems.length > mostProblems && <li>{t('n_more', problems.length - mostProblems)}</li>}
          </ul>
        )}
      </div>
    </>
  );
};

type OwnProps = Pick<OptionsProps, 'own' | 'onImportOwn' | 'onExportOwn' | 'onSaveExample' | 'onRemoveOwn' | 'onRemoveAllOwn'> & {
  /** Says so where the browser could not store a removal. */
  readonly attempt: (work: Promise<void>) => void;
};
const Own = ({ own, onImportOwn, onExportOwn, onSaveExample, onRemoveOwn, onRemoveAllOwn, attempt }: OwnProps) => {
  const t = useT();
  const [isSure, setSure] = useState(false);
  return (
    <Group title={t('own_title')} hint={t('own_hint')}>
      {own.length > 0 && (
        <ul class="own-records">
          {own.map(({ id, kind, name }) => (
            <li><Icon name={signOf(kind)} tone={toneOf(kind)} /> <Name>{name}</Name> <span class="hint">{word(t, 'kind', kind)}</span> <button type="button" class="link" aria-label={t('remove_named', name)} onClick={() => attempt(onRemoveOwn(id))}>{t('remove')}</button></li>
          ))}
        </ul>
      )}
      <div class="buttons">
        <FileButton label={t('own_import')} done={(count) => t('own_imported', count)} mostMegabytes={ownLimits.bytes / 1e6} onFile={onImportOwn} />
        {own.length > 0 ? <button type="button" class="button" onClick={onExportOwn}>{t('own_export')}</button> : <button type="button" class="button" onClick={onSaveExample}>{t('own_example')}</button>}
        {own.length > 0 && (
          <button type="button" class="button danger" onClick={() => {
            if (isSure) attempt(onRemoveAllOwn());
            setSure(!isSure);
          }} onBlur={() => setSure(false)}>{t(isSure ? 'own_remove_sure' : 'own_remove_all')}</button>
        )}
      </div>
    </Group>
  );
};

export const Options = (props: OptionsProps) => {
  const t = useT();
  const { settings, onChange, shortcuts, onShortcuts, hasAccess, onAsk, onBackUp, onRestore, version, dataDate, recordCount, homepageUrl, notices } = props;
  const delayId = useId();
  const [isStuck, setStuck] = useState(false);
  const attempt = (work: Promise<void>) => {
    setStuck(false);
    work.catch(() => setStuck(true));
  };
  const change = (part: Partial<Settings>) => attempt(onChange(part));
  return (
    <main class="options" lang={t.locale} dir={t.dir}>
      <header>
        <Icon name="ajar" tone="ajar" size={36} />
        <h1>{t('settings_title')}</h1>
      </header>
      {isStuck && <p role="alert" class="problem banner">{t('storage_full')}</p>}
      {!hasAccess && <div class="banner"><p>{t('access_missing')}</p><button type="button" class="button primary" onClick={onAsk}>{t('access_ask')}</button></div>}

      <Switch label={t('on_everywhere')} isOn={settings.enabled} onChange={(enabled) => change({ enabled })} />

      <Group title={t('settings_what')}>
        <fieldset class="kinds">
          <legend>{t('settings_kinds')}</legend>
          {kinds.map((kind) => (
            <label><input type="checkbox" checked={settings.kinds[kind]} onChange={(event) => change({ kinds: { ...settings.kinds, [kind]: event.currentTarget.checked } })} /> <Icon name={kind === 'model' ? 'ajar' : signOf(kind)} tone={kind === 'model' ? 'ajar' : toneOf(kind)} size={18} /> {word(t, 'kinds', kind)}</label>
          ))}
        </fieldset>
        <Choice label={t('settings_repeat')} value={settings.repeat} onChange={(repeat) => change({ repeat })} options={[
          { value: 'spaced', label: t('repeat_spaced'), hint: t('repeat_spaced_hint') }, { value: 'every', label: t('repeat_every') }, { value: 'first', label: t('repeat_first') }, { value: 'none', label: t('repeat_none'), hint: t('repeat_none_hint') },
        ]} />
        <Switch label={t('settings_inline_code')} isOn={settings.inlineCode} onChange={(inlineCode) => change({ inlineCode })} />
        <Switch label={t('settings_claims')} isOn={settings.claims} onChange={(claims) => change({ claims })} />
      </Group>

      <Group title={t('settings_look')}>
        <Choice label={t('settings_marks')} value={settings.look} onChange={(look) => change({ look })} options={[
          { value: 'dotted', label: t('look_dotted'), sample: 'Llama 3.1' }, { value: 'solid', label: t('look_solid'), sample: 'Llama 3.1' }, { value: 'tint', label: t('look_tint'), sample: 'Llama 3.1' },
        ]} />
        <Choice label={t('settings_theme')} value={settings.theme} onChange={(theme) => change({ theme })} options={[
          { value: 'auto', label: t('theme_auto') }, { value: 'light', label: t('theme_light') }, { value: 'dark', label: t('theme_dark') },
        ]} />
        <Choice label={t('settings_open')} value={settings.open} onChange={(open) => change({ open })} options={[
          { value: 'hover', label: t('open_hover') }, { value: 'click', label: t('open_click') }, { value: 'alt', label: t('open_alt') },
        ]} />
        <div class="field">
          <label for={delayId}>{t('settings_delay')}</label>
          <input id={delayId} type="range" min={100} max={2000} step={50} value={settings.delayMs} disabled={settings.open === 'click'} onChange={(event) => change({ delayMs: event.currentTarget.valueAsNumber })} />
          <output for={delayId}>{t('delay_ms', settings.delayMs)}</output>
        </div>
      </Group>

      <Group title={t('settings_sites')} hint={t('settings_sites_hint')}>
        <Choice label={t('sites_where')} value={settings.sites} onChange={(sites) => change({ sites })} options={[
          { value: 'all', label: t('sites_all') }, { value: 'only-listed', label: t('sites_only_listed') }, { value: 'on-click', label: t('sites_on_click') },
        ]} />
        {settings.sites === 'only-listed' && <Sites title={t('sites_only_title')} hosts={settings.onlySites} onChange={(onlySites) => change({ onlySites })} />}
        <Sites title={t('sites_paused_title')} hosts={settings.pausedSites} onChange={(pausedSites) => change({ pausedSites })} />
      </Group>

      <Group title={t('settings_keys')}>
        <dl class="keys">
          {shortcuts.map(({ command, keys }) => <div><dt>{t(`command_${command}`)}</dt><dd>{keys ? <kbd translate={false}>{keys}</kbd> : <span class="hint">{t('keys_none')}</span>}</dd></div>)}
        </dl>
        {onShortcuts ? <button type="button" class="button" onClick={onShortcuts}>{t('keys_change')}</button> : <p class="hint">{t('keys_change_hint')}</p>}
      </Group>

      <Own {...props} attempt={attempt} />

      <Group title={t('backup_title')} hint={t('backup_hint')}>
        <div class="buttons">
          <button type="button" class="button" onClick={onBackUp}>{t('backup_save')}</button>
          <FileButton label={t('backup_restore')} done={() => t('backup_restored')} mostMegabytes={backUpBytes / 1e6} onFile={onRestore} />
        </div>
      </Group>

      <Group title={t('about_title')}>
        <p>{dataDate && `${t('about_data', recordCount, formatDate(t, dataDate))} `}{t('about_version', version)}</p>
        <p>{t('about_privacy')}</p>
        <p class="hint">{t('about_licence')}</p>
        {homepageUrl && <p><Out href={homepageUrl}>{t('about_home')}</Out></p>}
        <details>
          <summary>{t('about_notices')}</summary>
          <pre lang="en" tabIndex={0}>{notices}</pre>
        </details>
      </Group>
    </main>
  );
};
