import { rule } from './en-rule.ts';
import { step } from './en-step.ts';
import type { ScoringWording } from './scoring-wording.ts';

/** Sentences in English. */
export const english: ScoringWording = { language: 'en', rule, step };
