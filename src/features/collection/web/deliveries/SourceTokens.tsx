import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as newId } from 'uuid';
import type { DeliverySource } from '#features/collection/delivery-contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { OneTimeSecret } from '#web/ui/OneTimeSecret.tsx';
import styles from './deliveries.module.css';
import { deliveryMessages } from './messages.ts';
import { useAddToken, useRevokeToken } from './queries.ts';

const AddToken = ({ source }: { readonly source: DeliverySource }) => {
  const { tokens: words } = useMessages(deliveryMessages);
  const adding = useAddToken(source.id);
  const [expiresOn, setExpiresOn] = useState('');
  if (adding.data) return <OneTimeSecret secret={adding.data.token} words={words} onDone={adding.reset} />;
  return (
    <>
      {adding.error && <ErrorState error={adding.error} />}
      <div className={styles.buttons}>
        <TextInput
          type="date"
          label={words.expires}
          value={expiresOn}
          onChange={({ currentTarget: { value } }) => {
            setExpiresOn(value);
          }}
        />
        <Button
          variant="default"
          loading={adding.isPending}
          disabled={expiresOn === ''}
          onClick={() => {
            adding.mutate({ tokenId: newId(), expiresOn });
          }}
        >
          {words.add}
        </Button>
      </div>
    </>
  );
};

type Token = DeliverySource['tokens'][number];

/** The tokens of a source: which still open, until when, and when they were used. */
export const SourceTokens = ({ source }: { readonly source: DeliverySource }) => {
  const { tokens: words } = useMessages(deliveryMessages);
  const format = useFormat();
  const revoking = useRevokeToken(source.id);
  const stateOf = ({ isAlive, revokedAt }: Token): string => {
    if (isAlive) return words.alive;
    return revokedAt === null ? words.expired : words.revoked;
  };
  return (
    <>
      {source.tokens.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <FigureTable
          caption={words.title(source.name)}
          rows={source.tokens}
          rowKey={({ id }) => id}
          columns={[
            { key: 'hint', title: words.hint, cell: ({ hint }) => <code>{hint}…</code> },
            { key: 'state', title: words.state, cell: stateOf },
            { key: 'expires', title: words.expires, cell: ({ expiresOn }) => format.day(expiresOn) },
            {
              key: 'used',
              title: words.used,
              cell: ({ lastUsedAt }) => (lastUsedAt === null ? words.never : format.instant(lastUsedAt)),
            },
            {
              key: 'act',
              title: words.act,
              cell: ({ id, hint, isAlive }) =>
                isAlive && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={words.revokeOf(hint)}
                    loading={revoking.isPending && revoking.variables === id}
                    onClick={() => {
                      revoking.mutate(id);
                    }}
                  >
                    {words.revoke}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {revoking.error && <ErrorState error={revoking.error} />}
      <AddToken source={source} />
    </>
  );
};
