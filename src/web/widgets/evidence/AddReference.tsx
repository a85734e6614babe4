import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type SyntheticEvent, useState } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';
import { asWrite, documentChoicesQuery, type EvidencePlace, useAddEvidence } from './evidence-place.ts';
import styles from './evidence.module.css';
import { evidenceMessages } from './messages.ts';

const isAddress = (text: string): boolean =>
  URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);

const LinkForm = ({ place }: { readonly place: EvidencePlace }) => {
  const words = useMessages(evidenceMessages);
  const add = useAddEvidence(place);
  const [url, setUrl] = useState('');
  const [title, setTitle] = useState('');
  const [isTried, setTried] = useState(false);
  const isWrong = !isAddress(url.trim());
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setTried(true);
    if (isWrong) return;
    const addition = { kind: 'link', url: url.trim(), title } as const;
    add.mutate(asWrite(addition), {
      onSuccess: () => {
        setUrl('');
        setTitle('');
        setTried(false);
      },
    });
  };
  return (
    <form onSubmit={submit} noValidate className={styles.form}>
      {add.isError && <ErrorState error={add.error} />}
      <TextInput
        type="url"
        label={words.url}
        maxLength={2000}
        value={url}
        error={isTried && isWrong ? words.urlWrong : null}
        onChange={({ currentTarget }) => {
          setUrl(currentTarget.value);
        }}
      />
      <TextInput
        label={words.linkTitle}
        maxLength={300}
        value={title}
        onChange={({ currentTarget }) => {
          setTitle(currentTarget.value);
        }}
      />
      <div>
        <Button type="submit" variant="default" disabled={add.isPending}>
          {words.addLink}
        </Button>
      </div>
    </form>
  );
};

const DocumentForm = ({ place }: { readonly place: EvidencePlace }) => {
  const words = useMessages(evidenceMessages);
  const itemWords = useMessages(planItemMessages);
  const { data, error } = useQuery(documentChoicesQuery);
  const add = useAddEvidence(place);
  const [chosen, setChosen] = useState('');
  const documents = data?.items ?? [];
  const documentId = chosen === '' ? documents[0]?.id : chosen;
  return (
    <div className={styles.form}>
      {(error ?? add.error) && <ErrorState error={error ?? add.error} />}
      <NativeSelect
        label={words.documentChoice}
        value={documentId ?? ''}
        data={documents.map((document) => ({
          value: document.id,
          label: documentShortTitle(document, itemWords),
        }))}
        onChange={({ currentTarget }) => {
          setChosen(currentTarget.value);
        }}
      />
      <div>
        <Button
          variant="default"
          disabled={add.isPending || documentId === undefined}
          onClick={() => {
            if (documentId !== undefined) add.mutate(asWrite({ kind: 'document', documentId }));
          }}
        >
          {words.addDocument}
        </Button>
      </div>
    </div>
  );
};

/** Evidence that is no file: a page, or a document of the register. */
export const AddReference = ({ place }: { readonly place: EvidencePlace }) => {
  const words = useMessages(evidenceMessages);
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <details className={styles.fold}>
        <summary>{words.link}</summary>
        <LinkForm place={place} />
      </details>
      <details
        className={styles.fold}
        onToggle={({ currentTarget }) => {
          setOpen(currentTarget.open);
        }}
      >
        <summary>{words.document}</summary>
        {isOpen && <DocumentForm place={place} />}
      </details>
    </>
  );
};
