import { Alert } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanImportPreview } from '#features/plan-import/contract.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { Attention } from './Attention.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { toggled } from './decisions.ts';
import { planImportMessages } from './messages.ts';
import { describeOutcome } from './outcome-words.ts';
import classes from './plan-import.module.css';
import { PreviewHead } from './PreviewHead.tsx';
import { PreviewItems } from './PreviewItems.tsx';
import { PreviewSource } from './PreviewSource.tsx';

const NOTHING: ReadonlySet<string> = new Set();

/** The preview with the choices of the person who reviews it. */
export const ReviewContents = ({ preview }: { readonly preview: PlanImportPreview }) => {
  const words = useMessages(planImportMessages);
  const format = useFormat();
  const { 'tai-lai': repeated } = useSearch({ from: '/shell/nhap-van-ban/$id' });
  const [excluded, setExcluded] = useState(NOTHING);
  const [replaced, setReplaced] = useState(NOTHING);
  const [shownLines, setShownLines] = useState<readonly number[]>([]);
  const { outcome, state } = preview.import;
  const open = state === 'draft';

  return (
    <>
      {repeated !== undefined && <Alert color="gray">{words.review.repeated}</Alert>}
      <div>
        {outcome && (
          <p className={classes.known}>{words.review.outcomeLine(describeOutcome(outcome, words, format))}</p>
        )}
        <PreviewHead preview={preview} />
      </div>
      <Attention preview={preview} onShowLine={(line) => setShownLines([line])} />
      <div className={classes.sides}>
        <PreviewItems
          items={preview.items}
          open={open}
          excluded={excluded}
          replaced={replaced}
          shownLines={shownLines}
          onShow={setShownLines}
          onToggleExcluded={(id) => {
            setExcluded(toggled(excluded, id));
          }}
          onToggleReplaced={(id) => {
            setReplaced(toggled(replaced, id));
          }}
        />
        <PreviewSource preview={preview} shownLines={shownLines} />
      </div>
      {open && <DecisionBar preview={preview} excluded={excluded} replaced={replaced} />}
    </>
  );
};
