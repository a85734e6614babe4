import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { CAPACITIES_WITH_OFFICE, SIGNING_CAPACITIES } from '#core/report/signature.ts';
import type { PaperView } from '#features/official-document/contract.ts';
import { toProblem } from '#web/api/problem-error.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { issueOf, openIssue, type IssueDraft, type IssueGap } from './issue-draft.ts';
import { paperMessages } from './messages.ts';
import { useIssuePaper } from './queries.ts';
import styles from './Paper.module.css';

interface IssueFieldsProps {
  readonly paper: PaperView;
  readonly draft: IssueDraft;
  readonly gap: IssueGap | null;
  readonly onChange: (members: Partial<IssueDraft>) => void;
}

const NumberFields = ({ paper, draft, gap, onChange }: IssueFieldsProps) => {
  const words = useMessages(paperMessages).issue;
  return (
    <>
      <TextInput
        name={'number' satisfies IssueGap}
        label={words.number(paper.series)}
        inputMode="numeric"
        value={draft.number}
        error={gap === 'number' ? words.numberWrong : null}
        onChange={(event) => onChange({ number: event.currentTarget.value })}
      />
      <TextInput
        type="date"
        name={'issuedOn' satisfies IssueGap}
        label={words.issuedOn}
        value={draft.issuedOn}
        error={gap === 'issuedOn' ? words.dayMissing : null}
        onChange={(event) => onChange({ issuedOn: event.currentTarget.value })}
      />
    </>
  );
};

const SignerFields = ({ paper, draft, onChange }: IssueFieldsProps) => {
  const words = useMessages(paperMessages).issue;
  const { head, body } = paper.signature.offices;
  return (
    <>
      <NativeSelect
        label={words.capacity}
        value={draft.capacity}
        data={SIGNING_CAPACITIES.map((capacity) => ({
          value: capacity,
          label: words.capacities[capacity](head, body),
        }))}
        onChange={(event) => {
          const capacity = SIGNING_CAPACITIES.find((one) => one === event.currentTarget.value);
          if (capacity) onChange({ capacity });
        }}
      />
      {CAPACITIES_WITH_OFFICE.includes(draft.capacity) && (
        <TextInput
          label={words.office}
          value={draft.office}
          maxLength={120}
          onChange={(event) => onChange({ office: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={words.signer}
        value={draft.signer}
        maxLength={120}
        onChange={(event) => onChange({ signer: event.currentTarget.value })}
      />
    </>
  );
};

const TemplateField = ({ paper, draft, onChange }: IssueFieldsProps) => {
  const words = useMessages(paperMessages).issue;
  const format = useFormat();
  if (paper.templates.length === 0) return null;
  return (
    <NativeSelect
      label={words.template}
      description={draft.template === '' ? undefined : words.templateNote}
      value={draft.template}
      data={[
        { value: '', label: words.delivered },
        ...paper.templates.map(({ id, name, version }) => ({
          value: id,
          label: words.templateOf(name, format.number(version)),
        })),
      ]}
      onChange={(event) => onChange({ template: event.currentTarget.value })}
    />
  );
};

/** Says what was made: the files that have it stand far from the form. */
const Issued = ({ paper }: { readonly paper: PaperView }) => {
  const words = useMessages(paperMessages).issue;
  const format = useFormat();
  const [latest] = paper.renderings;
  if (!latest) return null;
  const number = latest.number === null ? null : `${String(latest.number)}/${paper.series}`;
  return <p className={styles.quiet}>{words.saved(format.number(latest.version), number)}</p>;
};

/** Gives a document its number, day, signer and layout: a new rendering from the same data. */
export const IssueForm = ({ paper }: { readonly paper: PaperView }) => {
  const words = useMessages(paperMessages).issue;
  const [draft, setDraft] = useState(() => openIssue(paper));
  const [gap, setGap] = useState<IssueGap | null>(null);
  const [writeId, setWriteId] = useState(() => newId());
  const issuing = useIssuePaper(paper.id);
  const change = (members: Partial<IssueDraft>) => {
    setGap(null);
    issuing.reset();
    setWriteId(newId());
    setDraft({ ...draft, ...members });
  };
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const issue = issueOf(draft);
    if (typeof issue === 'string') {
      event.currentTarget.querySelector<HTMLInputElement>(`[name="${issue}"]`)?.focus();
      return setGap(issue);
    }
    issuing.mutate(
      { ...issue, version: paper.renderings[0]?.version ?? 1, writeId },
      {
        onSettled: (_, error) => {
          if (error === null || toProblem(error).code !== 'network.unreachable') setWriteId(newId());
        },
      },
    );
  };
  const fields = { paper, draft, gap, onChange: change };
  return (
    <Section title={words.title} lead={words.lead} onScreenOnly>
      <form className={styles.form} onSubmit={submit} noValidate aria-label={words.title}>
        {issuing.error && <ErrorState error={issuing.error} />}
        <div className={styles.fields}>
          <NumberFields {...fields} />
          <SignerFields {...fields} />
          <TemplateField {...fields} />
        </div>
        <div>
          <Button type="submit" loading={issuing.isPending}>
            {words.save}
          </Button>
        </div>
        <div aria-live="polite">{issuing.data && <Issued paper={issuing.data} />}</div>
      </form>
    </Section>
  );
};
