import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { PlanImportPreview, PreviewItem } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { Attention } from '#features/plan-import/web/Attention.tsx';
import { DecisionBar } from '#features/plan-import/web/DecisionBar.tsx';
import { planImportMessages } from '#features/plan-import/web/messages.ts';
import { PreviewSource } from '#features/plan-import/web/PreviewSource.tsx';
import layout from '#features/plan-import/web/plan-import.module.css';
import { DocumentQuestion } from './DocumentQuestion.tsx';
import { KeyHelp } from './KeyHelp.tsx';
import { reviewMessages } from './messages.ts';
import { findCommand } from './review-keys.ts';
import { findUnsure, orderForReview } from './review-order.ts';
import classes from './review.module.css';
import { ReviewList } from './ReviewList.tsx';
import { useReviewDesk } from './use-review-desk.ts';
import { useReviewSteps } from './use-review-steps.ts';

/** A draft under review: its source beside its items, each decided on by keys or buttons; every step is kept at once. */
export const ReviewDesk = ({ stored }: { readonly stored: PlanImportPreview }) => {
  const words = useMessages(reviewMessages);
  const { review: importWords } = useMessages(planImportMessages);
  const format = useFormat();
  const [unsure] = useState(() => findUnsure(stored.items));
  const goBackTo = useRef<(readingId: string | null) => void>(() => undefined);
  const { preview, make, unsent, error } = useReviewSteps(stored, ([undone]) => {
    goBackTo.current(undone ?? null);
  });
  const items = orderForReview(preview.items, unsure);
  const desk = useReviewDesk(items, make, (hindrance) => {
    notifications.show({ message: words.hindrances[hindrance] });
  });
  const [looked, setLooked] = useState<number | null>(null);
  const chosen = items.find(({ readingId }) => readingId === desk.chosen);
  const { accepted, rejected } = preview.review;

  const press = (event: KeyboardEvent): void => {
    const command = findCommand({ ...readKey(event), target: event.target });
    if (command === undefined) return;
    event.preventDefault();
    setLooked(null);
    goBackTo.current = desk.goTo;
    desk.run(command);
  };
  return (
    <>
      <div className={classes.start}>
        <Button
          onClick={() => {
            desk.goTo(null);
          }}
        >
          {accepted + rejected === 0 ? words.start : words.goOn}
        </Button>
      </div>
      <DocumentQuestion preview={preview} make={make} />
      <Attention preview={preview} onShowLine={setLooked} />
      <Known items={items} onAccept={(known) => make({ kind: 'accept', items: known, replaces: false })} />
      <div className={layout.sides}>
        <PreviewSource
          preview={preview}
          shownLines={looked === null ? (chosen?.lines ?? []) : [looked]}
          {...(looked === null && chosen && { quote: chosen.quote })}
        />
        <Section title={`${importWords.items} (${format.number(items.length)})`}>
          {/* Keys work while the focus is within the list; each of them has a button too. */}
          {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
          <div onKeyDown={press}>
            <ReviewList
              items={items}
              unsure={unsure}
              chosen={desk.chosen}
              mode={desk.mode}
              focus={desk.focus}
              actions={desk.actions}
            />
          </div>
        </Section>
      </div>
      <DecisionBar
        preview={preview}
        unsent={unsent}
        stepError={error}
        onUndo={() => {
          goBackTo.current = desk.goTo;
          make({ kind: 'undo' });
        }}
      />
      {desk.isHelpOpen && (
        <KeyHelp
          onClose={() => {
            desk.closeHelp();
            desk.goTo(null);
          }}
        />
      )}
    </>
  );
};

const readKey = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => ({ key, ctrlKey, metaKey, altKey });

interface KnownProps {
  readonly items: readonly PreviewItem[];
  readonly onAccept: (readingIds: string[]) => void;
}

/** What the register has already with the same content needs no second look: it is accepted at once. */
const Known = ({ items, onAccept }: KnownProps) => {
  const words = useMessages(reviewMessages);
  const format = useFormat();
  const known = items.filter(
    ({ match, review }) => review.state === 'pending' && (match === 'same' || match === 'gains-quote'),
  );
  if (known.length === 0) return null;
  const count = format.number(known.length);
  return (
    <div className={classes.start}>
      <span>{words.known(count)}</span>
      <Button
        size="xs"
        variant="default"
        onClick={() => {
          onAccept(known.map(({ readingId }) => readingId));
        }}
      >
        {words.acceptKnown(count)}
      </Button>
    </div>
  );
};
