import { searchKey } from '#core/kernel/text.ts';
import type { AgencyDirectory } from '#core/organization/directory.ts';
import type { DocumentHeadFacts } from '#core/plan/complete-head.ts';
import { buildDocumentIdentity } from '#core/plan/document-identity.ts';
import { dayOrNull } from '#core/plan/read-day.ts';
import { mentions } from './detail-rows.ts';
import { findAgencyCode } from './item-rows.ts';

/** The columns of a document that tell what its head says. */
export const headColumns = (head: DocumentHeadFacts, directory: AgencyDirectory) => ({
  identity_key: buildDocumentIdentity(head),
  doc_type: head.docType,
  attached_doc_type: head.attachedDocType ?? null,
  doc_number: head.docNumber,
  doc_number_raw: head.docNumberRaw ?? null,
  issue_date: dayOrNull(head.issueDate),
  issue_date_raw: head.issueDateRaw ?? null,
  year: head.year ?? null,
  issuing_agency: head.issuingAgency,
  issuing_organization_code:
    head.issuingAgency === null ? null : findAgencyCode(directory, head.issuingAgency),
  subject_line: head.subjectLine,
  is_draft: head.isDraft,
  signer_name: head.signerName ?? null,
  signer_title: head.signerTitle ?? null,
  recipients: [...head.recipients],
  legal_basis: mentions(head.legalBasis),
  search_key: searchKey(
    [head.docType, head.attachedDocType, head.docNumber, head.subjectLine].filter(Boolean).join(' '),
  ),
});
