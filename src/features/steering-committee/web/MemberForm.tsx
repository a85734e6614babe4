import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import {
  COMMITTEE_POSTS,
  LONGEST_AREA,
  LONGEST_NAME,
  type CommitteePost,
} from '#core/steering-committee/committee-member.ts';
import type { CommitteeMember } from '#features/steering-committee/contract.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './committee.module.css';
import {
  contentOf,
  draftOf,
  findMissing,
  MISSABLE,
  type MemberDraft,
  type MissingField,
} from './member-draft.ts';
import { PartsField } from './PartsField.tsx';
import { choicesQuery, useSaveMember } from './queries.ts';
import { useWording } from './use-wording.ts';

interface MemberFormProps {
  /** Whose assignment is changed; a new one when none is given. */
  readonly member?: CommitteeMember;
  readonly today: string;
  readonly onCancel: () => void;
  readonly onSaved: (id: string) => void;
}

type TextField = Exclude<keyof MemberDraft, 'post' | 'parts'>;

const LONGEST_NUMBER = 60;

/** The assignment of a member: who, which post, from when, by which document, and the area with what belongs to it. */
export const MemberForm = ({ member, today, onCancel, onSaved }: MemberFormProps) => {
  const { words, shared } = useWording();
  const { form } = words;
  const [draft, setDraft] = useState(() => draftOf(member, today));
  const [isTried, setTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const { data: choices } = useQuery(choicesQuery);
  const saving = useSaveMember(member);
  const isNameErased = member?.account === null && member.name === null;
  const missing = findMissing(draft, isNameErased);
  const change = (changed: Partial<MemberDraft>): void => {
    setDraft((before) => ({ ...before, ...changed }));
    setWriteId(newId());
  };
  const isMissable = (field: TextField): field is MissingField =>
    MISSABLE.some((candidate) => candidate === field);
  const fieldOf = (field: TextField, label: string) => ({
    ...{ label, value: draft[field] },
    error: isTried && isMissable(field) && missing.includes(field) ? form.missing[field] : undefined,
    onChange: ({ currentTarget: { value } }: { readonly currentTarget: { readonly value: string } }) => {
      change({ [field]: value });
    },
  });
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (missing.length > 0) return;
    saving.mutate(
      { ...contentOf(draft), writeId },
      {
        onSuccess: ({ id }) => {
          onSaved(id);
        },
      },
    );
  };
  // Who is a member already may stay, also once the account is closed.
  const known = choices?.accounts ?? [];
  const present = member?.account;
  const accounts =
    present && !known.some(({ id }) => id === present.id)
      ? [...known, { id: present.id, name: member.name ?? '' }]
      : known;
  return (
    <form
      className={styles.form}
      onSubmit={submit}
      noValidate
      aria-label={member ? form.editTitle : form.title}
    >
      {saving.isError && <ErrorState error={saving.error} where={form.editTitle} />}
      {!isNameErased && (
        <NativeSelect
          {...fieldOf('accountId', form.account)}
          data={[
            { value: '', label: form.noAccount },
            ...accounts.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      )}
      {!isNameErased && draft.accountId === '' && (
        <TextInput {...fieldOf('name', form.name)} required maxLength={LONGEST_NAME} />
      )}
      <div className={styles.pair}>
        <TextInput {...fieldOf('office', form.office)} maxLength={LONGEST_NAME} />
        <NativeSelect
          label={form.post}
          value={draft.post}
          data={COMMITTEE_POSTS.map((post) => ({ value: post, label: shared.posts[post] }))}
          onChange={({ currentTarget: { value } }) => {
            change({ post: value as CommitteePost });
          }}
        />
      </div>
      <TextInput {...fieldOf('area', form.area)} required maxLength={LONGEST_AREA} />
      <PartsField
        parts={draft.parts}
        choices={choices}
        onChange={(parts) => {
          change({ parts });
        }}
      />
      <div className={styles.pair}>
        <TextInput {...fieldOf('validFrom', form.validFrom)} type="date" required />
        <TextInput {...fieldOf('validTo', form.validTo)} type="date" />
      </div>
      <div className={styles.pair}>
        <TextInput {...fieldOf('docNumber', form.docNumber)} maxLength={LONGEST_NUMBER} />
        <TextInput {...fieldOf('docDay', form.docDay)} type="date" />
      </div>
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {form.submit}
        </Button>
        <Button variant="default" onClick={onCancel}>
          {form.cancel}
        </Button>
      </div>
    </form>
  );
};
