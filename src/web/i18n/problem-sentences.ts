import type { ProblemError } from '#web/api/problem-error.ts';

type Details = Readonly<Record<string, unknown>>;
type Sentence = string | ((details: Details) => string);

/** A refusal in words: what happened and how to mend it. Each may mention the facts that came with the code. */
export interface ProblemSentences {
  readonly what: Sentence;
  readonly mend: Sentence;
}

/** Kinds of files that a refusal asks for, as endings of names; undefined where it names none. */
export const endingsOf = ({ kinds }: Details): string | undefined =>
  Array.isArray(kinds) ? kinds.map((kind) => `.${String(kind)}`).join(', ') : undefined;

const inWords = (sentence: Sentence, details: Details): string =>
  typeof sentence === 'string' ? sentence : sentence(details);

/** The two sentences of a problem, ready to show. */
export const describeProblem = (
  problem: ProblemError,
  dictionary: Readonly<Record<string, ProblemSentences>> &
    Readonly<Record<ProblemError['code'], ProblemSentences>>,
): { readonly what: string; readonly mend: string } => {
  const sentences = dictionary[problem.code];
  return {
    what: inWords(sentences.what, problem.details),
    mend: inWords(sentences.mend, problem.details),
  };
};
