import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { shownCode } from '#core/task-progress/task-codes.ts';
import type { Evidence } from '#features/collection/evidence-contract.ts';
import { submissionQuery } from '#features/collection/web/submission-queries.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { type FigurePlace, useAttach } from './evidence-queries.ts';
import styles from '#web/widgets/evidence/evidence.module.css';
import { figureEvidenceMessages } from './messages.ts';

interface OtherFigure {
  readonly key: string;
  readonly subject: string;
  readonly item: string;
  readonly name: string;
}

const useOtherFigures = (place: FigurePlace): readonly OtherFigure[] => {
  const pick = usePickText();
  const { data } = useQuery(submissionQuery(place.submissionId));
  const items = data?.groups.flatMap(({ indicators }) => indicators.flatMap((one) => one.items)) ?? [];
  return items
    .filter(({ subject, item }) => subject !== place.subject || item.code !== place.item)
    .map(({ subject, item }) => ({
      ...{ key: `${subject}/${item.code}`, subject, item: item.code },
      name: `${shownCode(item.code)} ${pick(item.name)}`.trim(),
    }));
};

/** Lets the evidence of one figure prove others in one act. */
export const OtherFigures = ({
  place,
  pieces,
}: {
  readonly place: FigurePlace;
  readonly pieces: readonly Evidence[];
}) => {
  const words = useMessages(figureEvidenceMessages);
  const format = useFormat();
  const figures = useOtherFigures(place);
  const attach = useAttach(place.submissionId);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const use = (): void => {
    const rows = figures
      .filter(({ key }) => chosen.has(key))
      .flatMap(({ subject, item }) => pieces.map(({ id }) => ({ subject, item, evidenceId: id })));
    attach.mutate(
      { attach: rows, detach: [] },
      {
        onSuccess: () => {
          setChosen(new Set());
        },
      },
    );
  };
  return (
    <details className={styles.fold}>
      <summary>{words.more}</summary>
      <p className={styles.quiet}>{words.moreText}</p>
      {attach.isError && <ErrorState error={attach.error} />}
      <div className={styles.figures}>
        {figures.map(({ key, name }) => (
          <Checkbox
            key={key}
            size="sm"
            label={name}
            checked={chosen.has(key)}
            onChange={({ currentTarget }) => {
              toggle(key, currentTarget.checked);
            }}
          />
        ))}
      </div>
      <Button variant="default" disabled={chosen.size === 0 || attach.isPending} onClick={use}>
        {words.attachMore(format.number(chosen.size))}
      </Button>
    </details>
  );
};
