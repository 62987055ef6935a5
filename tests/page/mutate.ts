/**
 * Random changes of a page, from a seed: what frameworks, editors and translators do to text, and what no sane page does. Runs
 * inside the page (it is passed to `page.evaluate`), so it must stand alone.
 */
export function mutatePage(seed: number, steps: number): void {
  let state = seed * 2654435761 % 2147483647 + 1;
  const random = (below: number): number => {
    state = state * 48271 % 2147483647;
    return state % below;
  };
  const pick = <T>(list: ArrayLike<T>): T => list[random(list.length)]!;
  const pieces = [
    'ChatGPT', 'Deep', 'Seek', '-R1', ' ', 'Llama', ' 3.1', 'GPT', '-4o', 'EU AI', ' Act', '\n', ' and then ', 'words ', 'Mistral', ' 7B', '', '7', 's', '. ',
    ' the language model ', 'long words '.repeat(120),
  ];
  const tags = ['p', 'p', 'div', 'div', 'div', 'span', 'span', 'b', 'b', 'a', 'i', 'li', 'ul', 'section', 'td', 'code', 'pre', 'x-thing', 'details', 'br', 'wbr', 'sup', 'slot', 'textarea'];
  const roots = (): ParentNode[] => {
    const all: ParentNode[] = [document.querySelector('#play')!];
    for (const element of document.querySelectorAll('#play *')) if (element.shadowRoot !== null) all.push(element.shadowRoot);
    return all;
  };
  const elements = (): ParentNode[] => roots().flatMap((root) => [root, ...root.querySelectorAll('*')]);
  const texts = (): Text[] => elements().flatMap((element) => [...element.childNodes].filter((node): node is Text => node.nodeType === 3));
  const words = (): string => Array.from({ length: 1 + random(4) }, () => pick(pieces)).join('');
  const grow = (depth: number): Node => {
    if (depth === 0 || random(4) === 0) return document.createTextNode(words());
    const element = document.createElement(pick(tags));
    for (let i = 1 + random(4); i > 0; i -= 1) element.append(grow(depth - 1));
    return element;
  };
  const changes: (() => void)[] = [
    () => { pick(elements()).append(grow(3)); },
    () => { document.querySelector('#play')!.append(grow(3)); },
    () => { const all = texts(); if (all.length > 0) pick(all).before(words(), document.createElement(pick(tags)), words()); },
    () => { pick(elements()).prepend(grow(2)); },
    () => { const parent = pick(elements()); parent.insertBefore(grow(3), parent.childNodes.length === 0 ? null : pick(parent.childNodes)); },
    () => { const text = pick(texts()); if (text !== undefined) text.data = words(); },
    () => { const text = pick(texts()); if (text !== undefined) text.appendData(pick(pieces)); },
    () => { const text = pick(texts()); if (text !== undefined && text.length > 1) text.splitText(random(text.length)); },
    () => { const text = pick(texts()); if (text !== undefined && text.length > 1) text.deleteData(random(text.length), 1); },
    () => { const parent = pick(elements()); if (parent instanceof Element) parent.normalize(); },
    () => { const all = texts(); if (all.length > 40) pick(all).remove(); },
    () => { const all = pick(roots()).querySelectorAll('*'); if (all.length > 40) { const one = pick(all); if (one.querySelectorAll('*').length < 10) one.remove(); } },
    () => { const all = pick(roots()).querySelectorAll('*'); if (all.length > 0) { const one = pick(all); one.replaceWith(...one.childNodes); } },
    () => { const text = pick(texts()); if (text !== undefined) { const wrap = document.createElement(pick(['font', 'b', 'div', 'mark'])); text.replaceWith(wrap); wrap.append(text); } },
    () => { const all = pick(roots()).querySelectorAll('*'); if (all.length > 1) { const one = pick(all); const to = pick(all); if (!one.contains(to)) to.before(one); } },
    () => { const parent = pick(elements()); parent.replaceChildren(...[...parent.childNodes].reverse()); },
    () => { const all = pick(roots()).querySelectorAll('*'); if (all.length > 0) pick(all).toggleAttribute('hidden'); },
    () => { const all = pick(roots()).querySelectorAll('details'); if (all.length > 0) pick(all).toggleAttribute('open'); },
    () => { const all = pick(roots()).querySelectorAll('div,p'); if (all.length > 0 && random(4) === 0) { const one = pick(all); if (one.hasAttribute('contenteditable')) one.removeAttribute('contenteditable'); else one.setAttribute('contenteditable', ''); } },
    () => { const all = pick(roots()).querySelectorAll('div,section'); if (all.length > 0 && random(3) === 0) { const one = pick(all); if (one.shadowRoot === null) { const root = document.createElement('div'); one.replaceWith(root); root.attachShadow({ mode: 'open' }).append(grow(3)); root.append(one); } } },
  ];
  for (let step = 0; step < steps; step += 1) pick(changes)();
}
