/** Other ways to find the same names, as scripts of the page, for the bench: each looks through the text nodes one by one. */
import Mark from 'mark.js';
import { AhoCorasick } from '@monyone/aho-corasick/fast';

const world = globalThis as unknown as { benchNames: readonly string[]; benchMark: () => number; benchRegex: () => number; benchAho: () => number };

const alternation = (): RegExp =>
  new RegExp(`\\b(?:${world.benchNames.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).sort((a, b) => b.length - a.length).join('|')})\\b`, 'g');

const eachText = (look: (text: string) => number): number => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let count = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) count += look((node as Text).data);
  return count;
};

world.benchRegex = () => {
  const names = alternation();
  return eachText((text) => {
    let count = 0;
    names.lastIndex = 0;
    while (names.exec(text) !== null) count += 1;
    return count;
  });
};

const isLetter = /[\p{L}\p{N}]/u;
world.benchAho = () => {
  const names = new AhoCorasick([...world.benchNames]);
  return eachText((text) => names.matchInText(text)
    .filter(({ begin, end }) => !isLetter.test(text.charAt(begin - 1)) && !isLetter.test(text.charAt(end))).length);
};

world.benchMark = () => {
  let count = 0;
  new Mark(document.body).markRegExp(alternation(), { done: (total: number) => { count = total; } });
  return count;
};
