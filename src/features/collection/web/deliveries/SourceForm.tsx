import { saysSomething } from '#core/kernel/text.ts';
import { Button, MultiSelect, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import type { z } from 'zod';
import type {
  DeliverySource,
  DeliverySourceInput,
  listDeliverySources,
} from '#features/collection/delivery-contract.ts';
import { useMessages, usePickText } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import styles from './deliveries.module.css';
import { deliveryMessages } from './messages.ts';
import { usePutSource } from './queries.ts';
import { listLines, readMapping, writeMapping } from './read-mapping.ts';

type Choices = z.output<(typeof listDeliverySources)['response']>['choices'];

interface Draft {
  readonly name: string;
  readonly organizations: string[];
  readonly frameworks: string[];
  readonly items: string;
  readonly roundId: string;
  readonly organizationMapping: string;
  readonly itemMapping: string;
}

const draftOf = (source: DeliverySource | null): Draft => ({
  name: source?.name ?? '',
  organizations: source?.organizations ?? [],
  frameworks: source?.frameworks ?? [],
  items: (source?.items ?? []).join('\n'),
  roundId: source?.roundId ?? '',
  organizationMapping: writeMapping(source?.organizationMapping ?? {}),
  itemMapping: writeMapping(source?.itemMapping ?? {}),
});

type Faults = Partial<Record<'name' | 'organizations' | 'organizationMapping' | 'itemMapping', string>>;

type Words = (typeof deliveryMessages)['vi'];

const readDraft = (
  draft: Draft,
  version: number,
  words: Words,
): { readonly body: DeliverySourceInput } | { readonly faults: Faults } => {
  const organizationMapping = readMapping(draft.organizationMapping);
  const itemMapping = readMapping(draft.itemMapping);
  const items = listLines(draft.items);
  if (
    draft.name.trim() !== '' &&
    draft.organizations.length > 0 &&
    'mapping' in organizationMapping &&
    'mapping' in itemMapping
  ) {
    return {
      body: {
        ...{ name: draft.name.trim(), organizations: draft.organizations, version },
        frameworks: draft.frameworks.length === 0 ? null : draft.frameworks,
        items: items.length === 0 ? null : items,
        roundId: draft.roundId === '' ? null : draft.roundId,
        organizationMapping: organizationMapping.mapping,
        itemMapping: itemMapping.mapping,
      },
    };
  }
  return {
    faults: {
      ...(!saysSomething(draft.name) && { name: words.faults.name }),
      ...(draft.organizations.length === 0 && { organizations: words.faults.organizations }),
      ...('fault' in organizationMapping && {
        organizationMapping: words.faults.mapping(organizationMapping.fault),
      }),
      ...('fault' in itemMapping && { itemMapping: words.faults.mapping(itemMapping.fault) }),
    },
  };
};

interface SourceFormProps {
  /** The source to change; null adds one. */
  readonly source: DeliverySource | null;
  readonly choices: Choices;
  readonly onClose: () => void;
}

/** Adds a source or changes its name, scope and codes. */
export const SourceForm = ({ source, choices, onClose }: SourceFormProps) => {
  const words = useMessages(deliveryMessages);
  const pick = usePickText();
  const [draft, setDraft] = useState(() => draftOf(source));
  const [faults, setFaults] = useState<Faults>({});
  const [id] = useState(() => source?.id ?? newId());
  const saving = usePutSource();
  const change = (part: Partial<Draft>): void => {
    setFaults({});
    setDraft({ ...draft, ...part });
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const read = readDraft(draft, source?.version ?? 0, words);
    if ('faults' in read) return setFaults(read.faults);
    saving.mutate({ id, body: read.body }, { onSuccess: onClose });
  };
  const { fields } = words;
  return (
    <form className={styles.form} aria-label={source ? words.edit : words.add} onSubmit={submit} noValidate>
      {saving.error && <ErrorState error={saving.error} />}
      <TextInput
        label={fields.name}
        value={draft.name}
        error={faults.name}
        maxLength={200}
        autoComplete="off"
        data-autofocus
        onChange={({ currentTarget: { value } }) => {
          change({ name: value });
        }}
      />
      <MultiSelect
        label={fields.organizations}
        value={draft.organizations}
        error={faults.organizations}
        searchable
        data={choices.organizations.map(({ code, name }) => ({ value: code, label: `${name} (${code})` }))}
        onChange={(organizations) => {
          change({ organizations });
        }}
      />
      <MultiSelect
        label={fields.frameworks}
        description={fields.frameworksHint}
        value={draft.frameworks}
        data={choices.frameworks.map(({ code, title }) => ({ value: code, label: pick(title) }))}
        onChange={(frameworks) => {
          change({ frameworks });
        }}
      />
      <NativeSelect
        label={fields.round}
        value={draft.roundId}
        data={[
          { value: '', label: fields.anyRound },
          ...choices.rounds.map(({ id: value, title: label }) => ({ value, label })),
        ]}
        onChange={({ currentTarget: { value } }) => {
          change({ roundId: value });
        }}
      />
      <Textarea
        label={fields.items}
        description={fields.itemsHint}
        rows={3}
        value={draft.items}
        onChange={({ currentTarget: { value } }) => {
          change({ items: value });
        }}
      />
      {(['organizationMapping', 'itemMapping'] as const).map((field) => (
        <Textarea
          key={field}
          label={fields[field]}
          description={fields.mappingHint}
          rows={3}
          value={draft[field]}
          error={faults[field]}
          onChange={({ currentTarget: { value } }) => {
            change({ [field]: value });
          }}
        />
      ))}
      <div className={styles.buttons}>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
        <Button variant="default" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
};
