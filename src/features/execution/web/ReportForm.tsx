import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type SyntheticEvent } from 'react';
import { v7 as newId } from 'uuid';
import { parseNumber } from '#web/i18n/parse-number.ts';
import type { LineView } from '#features/execution/task-contract.ts';
import { useLocale } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { ChooseEvidence } from '#web/widgets/evidence/ChooseEvidence.tsx';
import { WorkPlanProgress } from '#web/widgets/work-plan/WorkPlanSection.tsx';
import styles from './execution.module.css';
import { partEvidenceQuery, type PartParams, useReportPlace, useReportTask } from './queries.ts';
import { nameOccurrence, useTaskWording } from './use-task-wording.ts';

const Evidence = ({
  part,
  chosen,
  onChange,
}: {
  readonly part: PartParams;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}) => {
  const { data } = useQuery(partEvidenceQuery(part));
  const place = useReportPlace(part, (id) => {
    onChange([...new Set([...chosen, id])]);
  });
  return data ? <ChooseEvidence place={place} available={data} chosen={chosen} onChange={onChange} /> : null;
};

/** Reports how far an organization has come with its part: percent, words, result, evidence. */
export const ReportForm = ({ taskId, line, today }: { taskId: string; line: LineView; today: string }) => {
  const wording = useTaskWording();
  const { words } = wording;
  const { locale } = useLocale();
  const all = line.occurrences.filter(({ doneOn }) => doneOn === null);
  // Of a span of years people report the whole; a milestone is chosen.
  const open = all.toSorted((a, b) => Number(a.isMilestone) - Number(b.isMilestone));
  const [period, setPeriod] = useState(open[0]?.period ?? '');
  const [percent, setPercent] = useState('');
  const [said, setSaid] = useState({ words: '', result: '', doneOn: '' });
  const [evidence, setEvidence] = useState<readonly string[]>([]);
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const saving = useReportTask(taskId);
  const formId = useId();
  const part = { id: taskId, organization: line.organization.code };
  const number = parseNumber(percent, locale);
  const isWrong = number === undefined || Number(number) < 0 || Number(number) > 100;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setIsTried(true);
    if (number === undefined || isWrong) return;
    const body = {
      ...{ organization: line.organization.code, period, version: line.version, writeId, percent: number },
      ...{ words: said.words === '' ? null : said.words, result: said.result === '' ? null : said.result },
      ...{ doneOn: said.doneOn === '' ? null : said.doneOn, evidence: [...evidence] },
    };
    saving.mutate(body, {
      onSuccess: () => {
        setPercent('');
        setSaid({ words: '', result: '', doneOn: '' });
        setEvidence([]);
        setIsTried(false);
        setWriteId(newId());
      },
    });
  };
  return (
    <div className={styles.form} role="group" aria-label={words.report.title}>
      <h3>{words.report.title}</h3>
      <p className={styles.quiet}>{words.report.lead}</p>
      <WorkPlanProgress {...part} />
      {saving.isError && <ErrorState error={saving.error} where={words.report.title} />}
      {saving.isSuccess && <p role="status">{words.report.sent}</p>}
      <form id={formId} className={styles.form} onSubmit={submit} noValidate>
        {line.occurrences.length > 1 && (
          <NativeSelect
            label={words.report.period}
            value={period}
            data={open.map((one) => ({ value: one.period, label: nameOccurrence(one, line, wording) }))}
            description={all.some(({ isMilestone }) => isMilestone) ? words.report.spanHelp : undefined}
            onChange={(event) => {
              setPeriod(event.currentTarget.value);
            }}
          />
        )}
        <TextInput
          label={words.report.percent}
          inputMode="decimal"
          required
          value={percent}
          error={isTried && isWrong ? words.report.percentWrong : undefined}
          onChange={(event) => {
            setPercent(event.currentTarget.value);
            setWriteId(newId());
          }}
        />
        {(['words', 'result'] as const).map((key) => (
          <Textarea
            key={key}
            label={words.report[key]}
            maxLength={4000}
            rows={2}
            value={said[key]}
            onChange={({ currentTarget: { value } }) => {
              setSaid((before) => ({ ...before, [key]: value }));
              setWriteId(newId());
            }}
          />
        ))}
        {!isWrong && Number(number) === 100 && (
          <TextInput
            type="date"
            label={words.report.doneOn}
            description={words.report.doneOnHelp}
            max={today}
            value={said.doneOn}
            onChange={({ currentTarget: { value } }) => {
              setSaid((before) => ({ ...before, doneOn: value }));
              setWriteId(newId());
            }}
          />
        )}
      </form>
      {/* Beside the form, whose button it leads to: evidence has forms of its own. */}
      <Evidence part={part} chosen={evidence} onChange={setEvidence} />
      <div className={styles.buttons}>
        <Button type="submit" form={formId} loading={saving.isPending}>
          {words.report.submit}
        </Button>
      </div>
    </div>
  );
};
