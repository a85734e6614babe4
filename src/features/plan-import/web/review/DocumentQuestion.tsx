import { Button, Group } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { DocumentStep } from '#core/plan-review/review-step.ts';
import type { DocumentName } from '#contract/plan-item.ts';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { reviewMessages } from './messages.ts';
import classes from './review.module.css';

interface DocumentQuestionProps {
  readonly preview: PlanImportPreview;
  readonly make: (step: DocumentStep) => void;
}

/** Whether the file is the registered document that it looks like: asked where it is not certain, and open to be said otherwise. */
export const DocumentQuestion = ({ preview, make }: DocumentQuestionProps) => {
  const { document, identity } = preview;
  const replace = useReplacing(preview, make);
  if (document === null) {
    return identity.distinctFrom.map((other) => (
      <ToldApart key={other.id} other={other} importId={preview.import.id} make={make} />
    ));
  }
  if (!identity.isOpen) return null;
  return <Alike preview={preview} document={document} make={make} onReplace={replace} />;
};

/** Says that the file is another document, and opens the comparison with the one that it replaces once that is kept. */
const useReplacing = (
  { import: { id }, identity }: PlanImportPreview,
  make: DocumentQuestionProps['make'],
) => {
  const navigate = useNavigate();
  const [replaced, setReplaced] = useState<string | null>(null);
  const isKept = identity.distinctFrom.some((other) => other.id === replaced);
  useEffect(() => {
    if (replaced === null || !isKept) return;
    void navigate({
      to: '/nhap-van-ban/$id/doi-chieu',
      params: { id },
      search: { 'so-voi': replaced, 'quan-he': 'replaces' },
    });
  }, [navigate, id, replaced, isKept]);
  return (registered: string): void => {
    setReplaced(registered);
    make({ kind: 'distinct-document', registered });
  };
};

interface AlikeProps extends DocumentQuestionProps {
  readonly document: DocumentName;
  readonly onReplace: (registered: string) => void;
}

const Alike = ({ preview: { identity }, document, make, onReplace }: AlikeProps) => {
  const words = useMessages(reviewMessages).document;
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  const { question, sharedText } = identity;
  const title = documentShortTitle(document, itemWords);
  const registered = document.id;
  const share = format.number(Math.round((sharedText ?? 0) * 100));
  return (
    <Section title={question === null ? words.sameTitle : words.askedTitle}>
      <div className={classes.question} data-asked={question !== null || undefined}>
        <p>
          {question === null ? words.takenAs : words.questions[question]}{' '}
          <Link to="/van-ban/$id" params={{ id: registered }}>
            {title}
          </Link>
          {`. ${words.share(share)}`}
        </p>
        <Group gap="xs">
          {question !== null && (
            <Button size="xs" variant="default" onClick={() => make({ kind: 'same-document', registered })}>
              {words.same}
            </Button>
          )}
          <Button size="xs" variant="default" onClick={() => onReplace(registered)}>
            {words.replacing}
          </Button>
          <Button size="xs" variant="default" onClick={() => make({ kind: 'distinct-document', registered })}>
            {words.another}
          </Button>
        </Group>
        {question !== null && <p className={classes.quiet}>{words.answersHelp}</p>}
      </div>
    </Section>
  );
};

interface ToldApartProps extends Pick<DocumentQuestionProps, 'make'> {
  readonly other: DocumentName;
  readonly importId: string;
}

const ToldApart = ({ other, importId, make }: ToldApartProps) => {
  const words = useMessages(reviewMessages).document;
  const itemWords = useMessages(planItemMessages);
  const registered = other.id;
  return (
    <div className={classes.start}>
      <span>{words.toldApart(documentShortTitle(other, itemWords))}</span>
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => (
          <Link
            to="/nhap-van-ban/$id/doi-chieu"
            params={{ id: importId }}
            search={{ 'so-voi': registered, 'quan-he': 'replaces' }}
            {...props}
          />
        )}
      >
        {words.compareAsReplacing}
      </Button>
      <Button size="xs" variant="default" onClick={() => make({ kind: 'same-document', registered })}>
        {words.same}
      </Button>
    </div>
  );
};
