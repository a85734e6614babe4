import { Link } from '@tanstack/react-router';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { describeEncoding } from './describe-encoding.ts';
import { planImportMessages } from './messages.ts';
import classes from './plan-import.module.css';

/** What was read of the document itself, and whether the register knows it. */
export const PreviewHead = ({ preview }: { readonly preview: PlanImportPreview }) => {
  const { review: words, earlier } = useMessages(planImportMessages);
  const itemWords = useMessages(planItemMessages);
  const format = useFormat();
  const { head, document, import: row } = preview;
  return (
    <div>
      <p className={classes.known}>
        {document ? (
          <>
            {preview.identity.standing === 'asked' ? words.alike : words.known}{' '}
            <Link to="/van-ban/$id" params={{ id: document.id }}>
              {documentShortTitle(document, itemWords)}
            </Link>
          </>
        ) : (
          row.state === 'draft' && words.unknownDocument
        )}
      </p>
      <Facts
        twoColumns
        facts={[
          {
            label: words.type,
            value: [head.docType, head.attachedDocType].filter((part) => part !== null).join(' · '),
          },
          { label: words.number, value: head.docNumber ?? words.blank },
          {
            label: words.date,
            value: head.issueDate === null ? words.blank : format.day(head.issueDate),
          },
          { label: words.issuer, value: head.issuingAgency },
          { label: words.signer, value: head.signerName },
          { label: words.file, value: row.origin === 'document' ? row.fileName : earlier.reviewedReading },
          { label: words.encoding, value: describeEncoding(row.encoding, words.encodings) },
        ]}
      />
    </div>
  );
};
