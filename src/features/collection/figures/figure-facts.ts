import { valueFact } from '#core/audit/value-fact.ts';
import type { DataValue } from '#core/scoring/data-value.ts';
import type { WrittenFigure } from './publish-figures.ts';
import { answerKey } from '#features/collection/submission/submission-record.ts';
import type { AnswerRow, AnswerWrite } from '#features/collection/submission/submission-store.ts';

type FigureFacts = Readonly<Record<string, unknown>>;

/** What the audit trail says of figures that were written where they count, on one side of the change. */
export const figureFacts = (written: readonly WrittenFigure[], side: 'before' | 'after'): FigureFacts =>
  Object.fromEntries(
    written.flatMap((figure) => {
      const value = figure[side];
      return value === null ? [] : [[answerKey(figure), valueFact(value)]];
    }),
  );

const textOf = (value: DataValue | null): string | null => value && valueFact(value);

/** What the audit trail says of answers. Notes and reasons, which may name people, stay in the history of the answers. */
export const answerFacts = (rows: readonly AnswerRow[], kind: AnswerWrite['kind']): FigureFacts =>
  Object.fromEntries(
    rows.map((row) => [
      answerKey(row),
      kind === 'declared'
        ? valueFact(row.value)
        : { decision: row.decision, appraised: textOf(row.appraised) },
    ]),
  );
