import { useMemo } from 'react';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { SourceText } from '#web/widgets/source-text/SourceText.tsx';
import { planImportMessages } from './messages.ts';
import classes from './plan-import.module.css';

interface PreviewSourceProps {
  readonly preview: PlanImportPreview;
  readonly shownLines: readonly number[];
}

/** The text of the file beside its statements; it follows the one that is chosen. */
export const PreviewSource = ({ preview: { lines, items }, shownLines }: PreviewSourceProps) => {
  const words = useMessages(planImportMessages).review;
  const marked = useMemo(() => new Set(items.flatMap((item) => item.lines)), [items]);
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
            />
          </div>
        )}
      </Section>
    </div>
  );
};
