import { Button, Checkbox, NativeSelect, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState, type SyntheticEvent } from 'react';
import { isDuty } from '#core/reminder/ladder.ts';
import type { Preference } from '#features/reminder/own/own-contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Facts } from '#web/ui/Facts.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { ownReminderMessages } from './own-messages.ts';
import { preferenceQuery, useWritePreference } from './own-queries.ts';
import styles from './reminder.module.css';

const Choice = ({ preference }: { readonly preference: Preference }) => {
  const { choice: words } = useMessages(ownReminderMessages);
  const { audiences, channels, email, version } = preference;
  const [language, setLanguage] = useState(preference.language);
  const [copyChannels, setCopyChannels] = useState(preference.copyChannels);
  const saving = useWritePreference();
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    saving.mutate({ version, language, copyChannels });
  };
  const getsCopies = audiences.some((audience) => !isDuty(audience));
  return (
    <form className={styles.narrow} onSubmit={submit}>
      <Facts
        facts={[
          { label: words.duties, value: audiences.some(isDuty) ? words.dutiesOn : words.dutiesNone },
          ...(getsCopies ? [] : [{ label: words.copies, value: words.copiesNone }]),
        ]}
      />
      {getsCopies && (
        <Checkbox.Group
          label={words.copies}
          description={words.copiesHint}
          value={copyChannels}
          onChange={(value) => setCopyChannels(value)}
        >
          <Stack gap={4} mt={4}>
            {channels.map((channel) => (
              <Checkbox key={channel} value={channel} label={words.channels[channel]} />
            ))}
          </Stack>
        </Checkbox.Group>
      )}
      <NativeSelect
        label={words.language}
        description={email === null ? words.noEmail : words.email(email)}
        value={language}
        data={[
          { value: 'vi', label: words.languages.vi },
          { value: 'en', label: words.languages.en },
        ]}
        onChange={({ currentTarget: { value } }) => setLanguage(value === 'en' ? 'en' : 'vi')}
      />
      {saving.isError && <ErrorState error={saving.error} where={words.title} />}
      <div>
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
      </div>
      <div aria-live="polite">{saving.isSuccess && <p className={styles.quiet}>{words.saved}</p>}</div>
    </form>
  );
};

/** How a person is told: duties always, copies where the person wants them, letters in the person's language. */
export const PreferenceForm = () => {
  const { data, error, refetch } = useQuery(preferenceQuery);
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return data ? <Choice preference={data} /> : <LoadingState lines={4} />;
};
