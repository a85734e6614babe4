import { Alert } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Attention } from './Attention.tsx';
import { planImportMessages } from './messages.ts';
import { describeOutcome } from './outcome-words.ts';
import classes from './plan-import.module.css';
import { PreviewHead } from './PreviewHead.tsx';
import { PreviewItems } from './PreviewItems.tsx';
import { PreviewSource } from './PreviewSource.tsx';
import { ReviewDesk } from './review/ReviewDesk.tsx';

/** A file beside the registers: to be reviewed while it is a draft, to be read afterwards. */
export const ReviewContents = ({ preview }: { readonly preview: PlanImportPreview }) => {
  const words = useMessages(planImportMessages);
  const format = useFormat();
  const { 'tai-lai': repeated } = useSearch({ from: '/shell/nhap-van-ban/$id' });
  const { outcome, state } = preview.import;

  return (
    <>
      {repeated !== undefined && <Alert color="gray">{words.review.repeated}</Alert>}
      <div>
        {outcome && state === 'accepted' && (
          <p className={classes.known}>{words.review.outcomeLine(describeOutcome(outcome, words, format))}</p>
        )}
        <PreviewHead preview={preview} />
      </div>
      {state === 'draft' ? <ReviewDesk stored={preview} /> : <DecidedImport preview={preview} />}
    </>
  );
};

const DecidedImport = ({ preview }: { readonly preview: PlanImportPreview }) => {
  const [shownLines, setShownLines] = useState<readonly number[]>([]);
  return (
    <>
      <Attention preview={preview} onShowLine={(line) => setShownLines([line])} />
      <div className={classes.sides}>
        <PreviewSource preview={preview} shownLines={shownLines} />
        <PreviewItems items={preview.items} shownLines={shownLines} onShow={setShownLines} />
      </div>
    </>
  );
};
