import { useMemo } from 'react';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { findQuoteSpans } from '#web/widgets/source-text/find-quote.ts';
import { SourceText } from '#web/widgets/source-text/SourceText.tsx';
import { planImportMessages } from './messages.ts';
import classes from './plan-import.module.css';

interface PreviewSourceProps {
  readonly preview: PlanImportPreview;
  readonly shownLines: readonly number[];
  /** Words on the first of these lines that are marked. */
  readonly quote?: string;
}

// A sentence may go on over many lines; further down the search would only cost time.
const LINES_OF_A_QUOTE = 40;

/** The text of the file beside its statements; it follows the one that is chosen. */
export const PreviewSource = ({ preview: { lines, items }, shownLines, quote }: PreviewSourceProps) => {
  const words = useMessages(planImportMessages).review;
  const marked = useMemo(() => new Set(items.flatMap((item) => item.lines)), [items]);
  const [first] = shownLines;
  const spans = useMemo(
    () =>
      lines === null || first === undefined || quote === undefined
        ? []
        : findQuoteSpans(lines.slice(0, first + LINES_OF_A_QUOTE), quote, first - 1),
    [lines, first, quote],
  );
  return (
    <div className={classes.source}>
      <Section title={words.source}>
        {lines === null ? (
          <EmptyState title={words.noSource} />
        ) : (
          <div className={classes.sourceWindow}>
            <SourceText
              scrolls
              label={words.sourceLabel}
              lines={lines}
              markedLines={marked}
              shownLines={shownLines}
              spans={spans}
            />
          </div>
        )}
      </Section>
    </div>
  );
};
