import { Button, FileButton, Loader } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages } from '#web/i18n/locale.tsx';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { planImportMessages } from './messages.ts';
import classes from './plan-import.module.css';
import { useUpload } from './queries.ts';
import { isLargeFile, needsJob, useStartReading } from './reading-job.ts';
import { useFileDrop } from '#web/ui/use-file-drop.ts';

/** Takes one file by button or by drop, says how far it is, and why it was refused. */
export const UploadArea = () => {
  const words = useMessages(planImportMessages).upload;
  const navigate = useNavigate();
  const upload = useUpload();
  const start = useStartReading();
  const isPending = upload.isPending || start.isPending;
  const sent = start.variables ?? upload.variables;
  const error = start.isIdle ? upload.error : start.error;
  const [several, setSeveral] = useState(false);

  const startReading = (file: File): void =>
    start.mutate(file, {
      onSuccess: ({ job }) => void navigate({ to: '/nhap-van-ban', search: { viec: job.id } }),
    });
  const send = (file: File | null | undefined): void => {
    if (!file || isPending) return;
    upload.reset();
    start.reset();
    if (isLargeFile(file)) return startReading(file);
    upload.mutate(file, {
      onError: (error) => {
        if (needsJob(error)) startReading(file);
      },
      onSuccess: ({ import: { id }, repeated }) => {
        const search = repeated ? { 'tai-lai': '1' } : {};
        void navigate({ to: '/nhap-van-ban/$id', params: { id }, search });
      },
    });
  };
  const { area, over } = useFileDrop((files) => {
    setSeveral(files.length > 1);
    send(files[0]);
  });

  return (
    <div className={classes.upload}>
      <div ref={area} className={classes.dropArea} data-over={over || undefined}>
        <FileButton
          accept=".docx,.pdf,.html,.htm,.txt,.md,text/plain,text/markdown"
          onChange={(file) => {
            setSeveral(false);
            send(file);
          }}
        >
          {(props) => (
            <Button {...props} disabled={isPending}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <span>{over ? words.dropNow : words.drop}</span>
        <p className={classes.kinds}>{words.kinds}</p>
      </div>
      <div aria-live="polite">
        {isPending && sent && (
          <p className={classes.progress}>
            <Loader size="xs" aria-hidden="true" /> {words.reading(sent.name)}
          </p>
        )}
        {several && <p className={classes.quiet}>{words.onlyOne}</p>}
      </div>
      {error && sent && !isPending && <ErrorState error={error} where={words.refused(sent.name)} />}
    </div>
  );
};
