import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { DeliverySource } from '#features/collection/delivery-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './deliveries.module.css';
import { DeliveryLog } from './DeliveryLog.tsx';
import { deliveryMessages } from './messages.ts';
import { sourcesQuery } from './queries.ts';
import { SourceForm } from './SourceForm.tsx';
import { SourceTokens } from './SourceTokens.tsx';

const useScopeWords = (): ((source: DeliverySource) => string) => {
  const words = useMessages(deliveryMessages);
  const format = useFormat();
  return ({ organizations, frameworks, items }) =>
    words.scope(
      format.number(organizations.length),
      frameworks?.join(', ') ?? words.allFrameworks,
      items ? words.itemCount(format.number(items.length)) : words.allItems,
    );
};

/** Which form is open: of a source by its id, of a new one, or none. */
type OpenForm = { readonly id: string | null } | undefined;

/** Systems that deliver figures: how far they may, their tokens, and what they delivered. */
const DeliverySourcesPage = () => {
  const words = useMessages(deliveryMessages);
  const format = useFormat();
  const scopeWords = useScopeWords();
  const found = useQuery(sourcesQuery);
  const [form, setForm] = useState<OpenForm>();
  if (!found.data) {
    return (
      <Page title={words.page} eyebrow={words.eyebrow}>
        {found.isError ? (
          <ErrorState error={found.error} where={words.page} onRetry={() => void found.refetch()} />
        ) : (
          <LoadingState lines={8} />
        )}
      </Page>
    );
  }
  const { items, choices } = found.data;
  const alive = items.flatMap(({ tokens }) => tokens.filter(({ isAlive }) => isAlive)).length;
  const close = (): void => {
    setForm(undefined);
  };
  return (
    <Page
      title={
        items.length === 0 ? words.page : words.finding(format.number(items.length), format.number(alive))
      }
      eyebrow={words.eyebrow}
      lead={words.lead}
    >
      {form?.id === null ? (
        <SourceForm source={null} choices={choices} onClose={close} />
      ) : (
        <div className={styles.buttons}>
          <Button
            onClick={() => {
              setForm({ id: null });
            }}
          >
            {words.add}
          </Button>
        </div>
      )}
      {items.length === 0 && form === undefined && (
        <EmptyState title={words.empty}>{words.emptyHelp}</EmptyState>
      )}
      {items.map((source) => (
        <Section
          key={source.id}
          title={source.name}
          lead={scopeWords(source)}
          aside={
            <Button
              size="compact-sm"
              variant="default"
              aria-label={`${words.edit}: ${source.name}`}
              onClick={() => {
                setForm({ id: source.id });
              }}
            >
              {words.edit}
            </Button>
          }
        >
          {form?.id === source.id && <SourceForm source={source} choices={choices} onClose={close} />}
          <SourceTokens source={source} />
        </Section>
      ))}
      <DeliveryLog />
    </Page>
  );
};

export default DeliverySourcesPage;
