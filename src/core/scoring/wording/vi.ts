import type { ScoringWording } from './scoring-wording.ts';
import { rule } from './vi-rule.ts';
import { step } from './vi-step.ts';

/** Sentences in Vietnamese, as official documents word them. */
export const vietnamese: ScoringWording = { language: 'vi', rule, step };
