import { useQuery } from '@tanstack/react-query';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { LoadingState } from '#web/ui/LoadingState.tsx';
import { Page } from '#web/ui/Page.tsx';
import { LadderSection } from './LadderSection.tsx';
import { LettersSection } from './LettersSection.tsx';
import { LogSection } from './LogSection.tsx';
import { reminderMessages } from './messages.ts';
import { PreviewSection } from './PreviewSection.tsx';
import { ladderQuery, logQuery, previewQuery } from './queries.ts';
import { WaysSection } from './WaysSection.tsx';

/** Whom the next working day reminds of what, by which ladder, and what became of every message. */
const RemindersPage = () => {
  const words = useMessages(reminderMessages);
  const format = useFormat();
  const preview = useQuery(previewQuery);
  const ladder = useQuery(ladderQuery);
  const log = useQuery(logQuery({ offset: 0 }));
  const error = preview.error ?? ladder.error;
  if (!preview.data || !ladder.data) {
    return (
      <Page title={words.loading} eyebrow={words.eyebrow}>
        {error ? (
          <ErrorState
            error={error}
            onRetry={() => {
              void preview.refetch();
              void ladder.refetch();
            }}
          />
        ) : (
          <LoadingState lines={10} />
        )}
      </Page>
    );
  }
  const { day, isToday, people, reminders, run } = preview.data;
  const [count, told] = [format.number(people.length), format.number(reminders)];
  const planned = isToday ? words.today(count, told) : words.later(format.day(day), count, told);
  return (
    <Page
      title={people.length === 0 ? words.nobody(format.day(day)) : planned}
      eyebrow={words.eyebrow}
      lead={
        <>
          {run &&
            words.planned(format.number(run.people), format.number(run.reminders), format.instant(run.at))}
          {log.data &&
            words.leadLog(
              format.number(log.data.waiting),
              format.number(log.data.givenUp),
              format.number(log.data.uncertain),
            )}
        </>
      }
    >
      <LettersSection />
      <PreviewSection preview={preview.data} />
      <LadderSection view={ladder.data} />
      <WaysSection view={ladder.data} />
      <LogSection />
    </Page>
  );
};

export default RemindersPage;
