/** The reader's language, given once at the top of each page or card and read by every view below it. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { textFrom, type T } from './text.ts';

/** Without a provider every text is its key, which the pseudo-locale test would see at once. */
export const Words = createContext<T>(textFrom(() => '', 'en'));

export const useT = (): T => useContext(Words);
