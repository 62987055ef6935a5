/**
 * What lies outside of a page's script, by test: the accessibility tree, the inside of a card, keys and menus of the browser itself.
 *
 * In Firefox the driver may run script in the browser's own window: there the real keys are pressed and the real menus and prompts
 * used. Headless Chromium keeps keys and menus of its window from any driver; there the event of the API is dispatched in the
 * running background, so that all but the browser's own part of the way is walked.
 */
import type { Page } from 'puppeteer-core';
import { firefoxId, sendBidi } from '../../tools/drive.ts';
import type { World } from './world.ts';

/** Runs script in the window of Firefox, and gives what it (or its promise) answers. */
export const inFirefoxWindow = async <T>({ browser }: World, script: string): Promise<T> => {
  const { contexts } = await sendBidi<{ contexts: { context: string }[] }>(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' });
  const answer = await sendBidi<{ type: string; result: { value?: string }; exceptionDetails?: { text: string } }>(browser, 'script.evaluate', {
    expression: `(async () => { ${script} })().then((answer) => JSON.stringify(answer))`, target: { context: contexts[0]!.context }, awaitPromise: true,
  });
  if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
  return (answer.result.value === undefined ? undefined : JSON.parse(answer.result.value)) as T;
};

/** Runs a function in the background of the extension in Chromium; an event page of Firefox cannot be reached. */
const inBackground = async <A, T>({ browser }: World, act: (argument: A) => T, argument: A): Promise<Awaited<T>> => {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  return (await target.worker())!.evaluate(act as (given: unknown) => T, argument);
};

interface ChromeEvents {
  readonly commands: { readonly onCommand: { dispatch(command: string): void } };
  readonly contextMenus: {
    readonly onClicked: { dispatch(info: object, tab: object): void };
    create(item: object, then: () => void): void;
  };
  readonly tabs: { query(query: object): Promise<object[]> };
  readonly runtime: { readonly lastError?: { readonly message: string } };
}

const keys = {
  'toggle-here': ['J', 'KeyJ', 74], 'next-mention': ['>', 'Period', 190], 'previous-mention': ['<', 'Comma', 188], 'open-card': ['O', 'KeyO', 79],
} as const;

/** Gives a command by its key: Alt, Shift and the key that the manifest suggests. */
export const giveCommand = async (world: World, page: Page, command: keyof typeof keys): Promise<void> => {
  await page.bringToFront();
  if (world.engine === 'chromium') {
    await inBackground(world, (name) => { (globalThis as unknown as { chrome: ChromeEvents }).chrome.commands.onCommand.dispatch(name); }, command);
    return;
  }
  const [key, code, keyCode] = keys[command];
  await inFirefoxWindow(world, `
    const keyboard = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
    keyboard.beginInputTransactionForTests(window);
    const alt = new KeyboardEvent('', { key: 'Alt', code: 'AltLeft', keyCode: 18 });
    const shift = new KeyboardEvent('', { key: 'Shift', code: 'ShiftLeft', keyCode: 16 });
    const main = new KeyboardEvent('', { key: '${key}', code: '${code}', keyCode: ${keyCode} });
    for (const one of [alt, shift, main]) keyboard.keydown(one);
    for (const one of [main, shift, alt]) keyboard.keyup(one);
  `);
};

/**
 * Chooses our entry of the context menu at a point of the page, over what is selected there. Gives the entry's words where they can
 * be read (Firefox); in Chromium only that there is such an entry.
 */
export const chooseFromMenu = async (world: World, page: Page, entry: 'look-up' | 'toggle-here', point: { x: number; y: number }): Promise<string | null> => {
  await page.bringToFront();
  if (world.engine === 'chromium') {
    const selectionText = await page.evaluate(() => String(getSelection()));
    const refused = await inBackground(world, async (info) => {
      const { contextMenus, runtime, tabs } = (globalThis as unknown as { chrome: ChromeEvents }).chrome;
      const said = await new Promise<string | undefined>((done) => {
        contextMenus.create({ id: info.menuItemId, title: '-' }, () => { done(runtime.lastError?.message); });
      });
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      contextMenus.onClicked.dispatch(info, tab!);
      return said;
    }, { menuItemId: entry, ...(selectionText === '' ? {} : { selectionText }) });
    if (!refused?.includes('duplicate id')) throw new Error(`there was no menu entry ${entry}`);
    return null;
  }
  await page.mouse.click(point.x, point.y, { button: 'right' });
  return inFirefoxWindow<string>(world, `
    const menu = document.getElementById('contentAreaContextMenu');
    for (let tries = 0; menu.state !== 'open' && tries < 100; tries += 1) await new Promise((done) => setTimeout(done, 50));
    const items = [...menu.querySelectorAll('menuitem')].filter((one) => one.id.includes('${firefoxId.slice(1, -1)}') && !one.hidden);
    const item = items.find((one) => one.id.endsWith('_${entry}'));
    if (items.length !== 1 || !item) throw new Error('our entries here: ' + items.map((one) => one.label).join());
    const { label } = item;
    menu.activateItem(item);
    return label;
  `);
};

/** Something that a screen reader is told of; the roles are those of ARIA. */
export interface Told {
  readonly role: string;
  readonly name: string;
  readonly isFocused: boolean;
  readonly children: readonly Told[];
}

interface CdpAxNode {
  readonly nodeId: string;
  readonly parentId?: string;
  readonly ignored: boolean;
  readonly role?: { readonly value: string };
  readonly name?: { readonly value: string };
  readonly childIds?: readonly string[];
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value: unknown } }[];
}

/** What a screen reader is told of the page in front, closed shadow roots and all. */
export const accessibilityTree = async (world: World, page: Page): Promise<Told> => {
  if (world.engine === 'firefox') {
    return inFirefoxWindow<Told>(world, `
      const service = Cc['@mozilla.org/accessibilityService;1'].getService(Ci.nsIAccessibilityService);
      window.keptAccessibilityService = service;
      const roles = { pushbutton: 'button', statusbar: 'status', 'text leaf': 'StaticText' };
      const tell = (node) => {
        const state = {};
        node.getState(state, {});
        const children = [];
        for (let child = node.firstChild; child; child = child.nextSibling) children.push(tell(child));
        const role = service.getStringRole(node.role);
        return { role: roles[role] ?? role, name: node.name ?? '', isFocused: (state.value & Ci.nsIAccessibleStates.STATE_FOCUSED) !== 0, children };
      };
      for (let tries = 0; tries < 100; tries += 1) {
        const found = service.getAccessibleFor(gBrowser.selectedBrowser)?.firstChild;
        if (found) return tell(found);
        await new Promise((done) => setTimeout(done, 50));
      }
      throw new Error('the page has no accessible document');
    `);
  }
  const session = await page.createCDPSession();
  const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: CdpAxNode[] };
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const tell = ({ role, name, properties = [], childIds = [] }: CdpAxNode): Told => ({
    role: role?.value ?? '', name: name?.value ?? '', isFocused: properties.some((one) => one.name === 'focused' && one.value.value === true),
    children: childIds.flatMap((id) => byId.get(id) ?? []).map(tell),
  });
  return tell(nodes.find(({ parentId }) => parentId === undefined)!);
};

/** All that is told of in a tree, in order. */
export const flatten = (told: Told): Told[] => [told, ...told.children.flatMap(flatten)];

interface PiercedNode {
  readonly backendNodeId: number;
  readonly attributes?: readonly string[];
  readonly children?: readonly PiercedNode[];
  readonly shadowRoots?: readonly PiercedNode[];
}
const findHost = (node: PiercedNode): PiercedNode | undefined =>
  node.attributes?.includes('popover') && node.shadowRoots ? node : [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(findHost).find(Boolean);

/** Runs a function with the closed root of the open card, in the page. */
export const inCard = async <A, T>(world: World, page: Page, act: (root: ShadowRoot, argument: A) => T, argument?: A): Promise<T> => {
  if (world.engine === 'firefox') {
    const target = { context: (page.mainFrame() as unknown as { _id: string })._id };
    const found = await sendBidi<{ result: { value?: { shadowRoot?: { sharedId: string } } } }>(world.browser, 'script.evaluate', {
      expression: 'document.querySelector(\'[popover="manual"]\')', target, awaitPromise: false, serializationOptions: { maxDomDepth: 1, includeShadowTree: 'all' },
    });
    const sharedId = found.result.value?.shadowRoot?.sharedId;
    if (sharedId === undefined) throw new Error('no card is open');
    const answer = await sendBidi<{ type: string; result: { value?: string }; exceptionDetails?: { text: string } }>(world.browser, 'script.callFunction', {
      functionDeclaration: `(root) => JSON.stringify((${act.toString()})(root, ${JSON.stringify(argument)}))`, arguments: [{ sharedId }], target, awaitPromise: false,
    });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text);
    return (answer.result.value === undefined ? undefined : JSON.parse(answer.result.value)) as T;
  }
  const session = await page.createCDPSession();
  try {
    const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: PiercedNode };
    const shadow = findHost(root)?.shadowRoots?.[0];
    if (!shadow) throw new Error('no card is open');
    const { object } = await session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const { result, exceptionDetails } = await session.send('Runtime.callFunctionOn', {
      functionDeclaration: `function () { return (${act.toString()})(this, ${JSON.stringify(argument)}); }`, objectId: object.objectId!, returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  } finally {
    await session.detach();
  }
};

/** Presses a button or link of the open card with the mouse. */
export const pressInCard = async (world: World, page: Page, words: string): Promise<void> => {
  const { x, y } = await inCard(world, page, (root, wanted) => {
    const found = [...root.querySelectorAll('button, a')].find((one) => one.textContent!.trim() === wanted);
    if (!found) throw new Error(`the card has no “${wanted}” but ${[...root.querySelectorAll('button, a')].map((one) => one.textContent).join('|')}`);
    found.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const box = found.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, words);
  await page.mouse.move(x, y);
  await page.mouse.click(x, y);
};

/** What is on the clipboard. */
export const readClipboard = async (world: World, helper: Page): Promise<string> => {
  if (world.engine === 'firefox') return inFirefoxWindow<string>(world, 'return navigator.clipboard.readText();');
  await world.browser.defaultBrowserContext().overridePermissions(world.extensionUrl('').slice(0, -1), ['clipboard-read']);
  await helper.bringToFront();
  return helper.evaluate(() => navigator.clipboard.readText());
};
