import { Button, NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { AMENDMENT_RELATIONS } from '#core/plan/amended-document.ts';
import type { AmendmentComparison } from '#features/plan-import/amendment/amendment-contract.ts';
import { listDocuments } from '#features/plan/contract.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { Section } from '#web/ui/Section.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import classes from '#features/plan-import/web/plan-import.module.css';
import { registerChangeMessages } from './messages.ts';

/** What the words of the file propose, and any other document that a person chooses. */
export const AmendmentBasis = ({ compared }: { readonly compared: AmendmentComparison }) => {
  const words = useMessages(registerChangeMessages).amendment;
  const item = useMessages(planItemMessages);
  const navigate = useNavigate();
  const documents = useQuery({
    queryKey: ['documents'],
    queryFn: ({ signal }) => call(listDocuments, { signal }),
  });
  const { comparison, proposals } = compared;
  const choose = (document: string, relation: string): void => {
    void navigate({
      to: '/nhap-van-ban/$id/doi-chieu',
      params: { id: compared.import.id },
      search: document === '' ? {} : { 'so-voi': document, 'quan-he': relation },
    });
  };
  const chosen = comparison?.document.id ?? '';
  const relation = comparison?.relation ?? 'amends';
  return (
    <Section title={words.proposals}>
      {proposals.length === 0 && <p className={classes.quiet}>{words.noProposals}</p>}
      <ul className={classes.plainList}>
        {proposals.map((proposal) => (
          <li key={proposal.document.id}>
            {words.proposed(
              documentShortTitle(proposal.document, item),
              words.relations[proposal.relation],
              words.reasons[proposal.reason],
            )}{' '}
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                choose(proposal.document.id, proposal.relation);
              }}
            >
              {words.compare}
            </Button>
          </li>
        ))}
      </ul>
      <NativeSelect
        label={words.basis}
        value={chosen}
        onChange={({ currentTarget }) => {
          choose(currentTarget.value, relation);
        }}
        data={[
          { value: '', label: words.noBasis },
          ...(documents.data?.items ?? []).map((document) => ({
            value: document.id,
            label: documentShortTitle(document, item),
          })),
        ]}
      />
      <NativeSelect
        mt="sm"
        label={words.relation}
        value={relation}
        disabled={chosen === ''}
        onChange={({ currentTarget }) => {
          choose(chosen, currentTarget.value);
        }}
        data={AMENDMENT_RELATIONS.map((one) => ({ value: one, label: words.relations[one] }))}
      />
    </Section>
  );
};
