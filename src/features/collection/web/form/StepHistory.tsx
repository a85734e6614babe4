import { submissionMessages } from '#features/collection/web/submission-messages.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useOpenForm } from './form-context.ts';

/** Every step that the report has taken, the latest first. */
export const StepHistory = () => {
  const { form, language } = useOpenForm();
  const { words, format } = language;
  const { steps: names } = useMessages(submissionMessages);
  const { history } = words;
  return (
    <Section title={history.title}>
      {form.steps.length === 0 ? (
        <p>{history.none}</p>
      ) : (
        <FigureTable
          caption={history.title}
          rows={form.steps}
          rowKey={({ at, action }) => `${at} ${action}`}
          columns={[
            { key: 'at', title: history.at, width: '11rem', cell: ({ at }) => format.instant(at) },
            { key: 'step', title: history.step, cell: ({ action }) => names[action] },
            { key: 'by', title: history.by, cell: ({ by }) => by ?? history.system },
            { key: 'reason', title: history.reason, cell: ({ reason }) => reason ?? '' },
          ]}
        />
      )}
    </Section>
  );
};
