import { english } from '#core/scoring/wording/en.ts';
import type { ScoringWording } from '#core/scoring/wording/scoring-wording.ts';
import { vietnamese } from '#core/scoring/wording/vi.ts';
import type { Locale } from '#web/i18n/messages.ts';

export { namesOf } from '#core/scoring/wording/scoring-wording.ts';

/** Sentences about rules and steps, by language of the interface. */
export const SCORING_WORDINGS = {
  vi: vietnamese,
  en: english,
} as const satisfies Record<Locale, ScoringWording>;
