import { searchKey } from '#core/kernel/text.ts';
import { isAmendable } from './compare-amendment.ts';
import type { ComparedEntry } from './compare-import.ts';
import type { AlikeDocument, IdentifyingHead } from './document-identity.ts';
import type { RegisteredItem } from './match-items.ts';

/** Why only a person can tell whether a file is a registered document. */
export const DOCUMENT_QUESTIONS = [
  'another-day',
  'another-text',
  'says-it-replaces',
  'numbered-already',
] as const;
export type DocumentQuestion = (typeof DOCUMENT_QUESTIONS)[number];

/** What reviewers said about the document itself. */
export interface DocumentDecision {
  /** The registered document that the file is. */
  readonly sameAs: string | null;
  /** Registered documents that it is not, however alike. */
  readonly distinctFrom: readonly string[];
}

export const UNDECIDED: DocumentDecision = { sameAs: null, distinctFrom: [] };

type RegisteredHead = IdentifyingHead & { readonly id: string };

/** A registered document that may be the one at hand, and how much of the smaller one both say alike, from 0 to 1. */
export type ComparedDocument<Registered extends RegisteredHead> = AlikeDocument<Registered> & {
  readonly sharedText: number;
};

/** Whether a file is a registered document. */
export type Recognition<Registered extends RegisteredHead> =
  | { readonly standing: 'new' }
  /** `isOpen`: a person may still say that it is another one. */
  | { readonly standing: 'same'; readonly document: Registered; readonly isOpen: boolean }
  /** It looks like that one, and only a person can tell. */
  | { readonly standing: 'asked'; readonly document: Registered; readonly question: DocumentQuestion };

// Renderings of one text lose or change a row in ten at most; a draft that was written anew changes more than every fourth.
const SAME_TEXT = 0.75;

/**
 * How much of the document with fewer statements the other says in the same way, from 0 to 1: a reviewed copy leaves out
 * what a file has more of. Only what a document sets counts (targets, tasks, projects, gaps, duties); where neither sets
 * anything it is 1, where one alone does it is 0.
 */
export const measureSharedText = (
  compared: readonly ComparedEntry[],
  items: readonly RegisteredItem[],
): number => {
  const setting = compared.filter(({ entry }) => isAmendable(entry.kind));
  const registeredCount = items.filter(({ entry }) => isAmendable(entry.kind)).length;
  const shared = setting.filter(({ registered, differences }) => registered && differences.length === 0);
  const [fewer, more] = [
    Math.min(setting.length, registeredCount),
    Math.max(setting.length, registeredCount),
  ];
  if (fewer === 0) return more === 0 ? 1 : 0;
  return shared.length / fewer;
};

// "Kế hoạch này thay thế Kế hoạch …": the words by which a document takes the place of an earlier one.
const REPLACES_ANOTHER =
  /(?:van ban|quyet dinh|ke hoach|chuong trinh|de an|thong bao|cong van|huong dan) nay (?:se )?(?:thay the|thay cho|bai bo)/u;

/** Whether a text says that the document itself takes the place of another. */
export const saysItReplaces = (text: string): boolean => REPLACES_ANOTHER.test(searchKey(text));

const questionOf = (
  { by, sharedText }: Pick<ComparedDocument<RegisteredHead>, 'by' | 'sharedText'>,
  isReplacing: boolean,
): DocumentQuestion | undefined => {
  if (by === 'number') return undefined;
  if (by === 'number-of-another-day') return 'another-day';
  if (isReplacing) return 'says-it-replaces';
  // The old draft of an issued text, a copy of it without its head, or the draft of what will replace it.
  if (by === 'subject-of-numbered') return 'numbered-already';
  return sharedText < SAME_TEXT ? 'another-text' : undefined;
};

/** Whether a person may say that a file is not the document it looks like: one number of one day is one document. */
export const canBeAnother = ({ by }: Pick<AlikeDocument<RegisteredHead>, 'by'>): boolean => by !== 'number';

const closeness = ({ by, sharedText }: Pick<ComparedDocument<RegisteredHead>, 'by' | 'sharedText'>): number =>
  (by.startsWith('subject') ? 0 : 2) + sharedText;

/**
 * Tells whether a file is one of the registered documents that look like it. A number of one day is certain; a subject
 * line alone is only where the text is nearly the same as well, does not say that it replaces another and lacks no number that the
 * registered one has. For the rest
 * the answer is a person's.
 */
export const recognizeDocument = <Registered extends RegisteredHead>(
  alike: readonly ComparedDocument<Registered>[],
  { sameAs, distinctFrom }: DocumentDecision,
  isReplacing: boolean,
): Recognition<Registered> => {
  const named = alike.find(({ document }) => document.id === sameAs);
  if (named) return { standing: 'same', document: named.document, isOpen: canBeAnother(named) };
  const [closest] = alike
    .filter((one) => !canBeAnother(one) || !distinctFrom.includes(one.document.id))
    .toSorted((a, b) => closeness(b) - closeness(a));
  if (!closest) return { standing: 'new' };
  const { document } = closest;
  const question = questionOf(closest, isReplacing);
  return question
    ? { standing: 'asked', document, question }
    : { standing: 'same', document, isOpen: canBeAnother(closest) };
};
