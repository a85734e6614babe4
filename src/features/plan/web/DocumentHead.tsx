import { Link } from '@tanstack/react-router';
import { placeTones } from '#core/kernel/text.ts';
import type { DocumentView } from '#features/plan/contract.ts';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { useWording, type Wording } from './wording.ts';

const describePlan = (carried: DocumentView['plan'], { plan, format }: Wording): string | null => {
  if (carried === null) return null;
  const { name, periodStart, periodEnd } = carried;
  if (periodStart === null || periodEnd === null) return name;
  return `${name}, ${plan.document.planPeriod(format.day(periodStart), format.day(periodEnd))}`;
};

/** Number, date, issuer, signer, recipients: what a document says of itself. */
export const DocumentHead = ({ document }: { readonly document: DocumentView }) => {
  const wording = useWording();
  const { plan, format } = wording;
  const labels = plan.document;
  const { docType, attachedDocType, source, signerName, signerTitle, issuingAgency } = document;
  return (
    <Facts
      twoColumns
      facts={[
        {
          label: labels.type,
          value:
            docType !== null && attachedDocType !== null
              ? labels.typeAttached(docType, attachedDocType)
              : docType,
        },
        { label: labels.number, value: document.docNumber ?? labels.blank },
        {
          label: labels.date,
          value: document.issueDate === null ? labels.blank : format.day(document.issueDate),
        },
        { label: labels.state, value: document.isDraft ? labels.draft : labels.issued },
        {
          label: labels.issuer,
          value:
            issuingAgency === null ? null : (
              <AgencyLink
                organizationCode={document.issuingOrganizationCode}
                name={placeTones(issuingAgency)}
                nameAsWritten={issuingAgency}
              />
            ),
        },
        {
          label: labels.signer,
          value:
            signerName !== null && signerTitle !== null
              ? labels.signerWith(signerName, signerTitle)
              : signerName,
        },
        {
          label: labels.plan,
          value: describePlan(document.plan, wording),
        },
        { label: labels.recipients, value: document.recipients.join('; ') },
        {
          label: labels.origin,
          value:
            document.improvementPlan === null ? (
              labels.origins[document.origin]
            ) : (
              <Link
                to="/bo-chi-so/phuong-an-cai-thien/$id"
                params={{ id: document.improvementPlan.id }}
                search={{ ban: String(document.improvementPlan.revision) }}
              >
                {labels.improvementPlan(String(document.improvementPlan.revision))}
              </Link>
            ),
        },
        {
          label: labels.file,
          value:
            source &&
            labels.fileLine(
              source.fileName,
              format.number(source.lineCount),
              format.instant(source.importedAt),
            ),
        },
      ]}
    />
  );
};
