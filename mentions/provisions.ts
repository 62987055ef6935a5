/**
 * Finds provisions of laws, such as "Article 53(1)(d)", in a run of text. Called by the reader.
 */
import type { Lexicon } from './lexicon.ts';
import type { Mention } from './types.ts';

/** Provisions named in `text`; `actMentions` are the run's laws, `page` what is known of the page. */
export const findProvisions = (
  _text: string, _lexicon: Lexicon, _actMentions: readonly Mention[], _page: { lang?: string; mainAct?: string },
): Mention[] => [];
