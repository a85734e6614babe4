import { Button, FileButton } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { uploadBoundaries, type BoundarySet } from '#features/map/contract.ts';
import { call } from '#web/api/call.ts';
import { useFormat, useMessages } from '#web/i18n/locale.tsx';
import { useSession } from '#web/session/session.ts';
import { ErrorState } from '#web/ui/ErrorState.tsx';
import { Section } from '#web/ui/Section.tsx';
import styles from './map.module.css';
import { mapMessages } from './messages.ts';
import { MAP_KEY } from './queries.ts';

/** What the map is drawn from, and the loading of boundaries for those who may. */
export const BoundarySection = ({ boundarySet }: { readonly boundarySet: BoundarySet | null }) => {
  const words = useMessages(mapMessages);
  const format = useFormat();
  const queries = useQueryClient();
  const { permittedActions } = useSession();
  const search = useSearch({ from: '/shell/ban-do' });
  const loading = useMutation({
    mutationFn: (file: File) => call(uploadBoundaries, { file }),
    onSuccess: () => queries.invalidateQueries({ queryKey: MAP_KEY }),
  });
  const fromCentres = search.ve === 'tam';
  return (
    <Section title={words.boundariesTitle}>
      <div className={styles.boundaries}>
        {boundarySet && !fromCentres ? (
          <p>
            {words.drawnFromBoundaries(boundarySet.fileName, format.instant(boundarySet.loadedAt))}
            {boundarySet.loadedBy !== null && ` ${words.by(boundarySet.loadedBy)}`}.
          </p>
        ) : (
          <p>{words.drawnFromCentres}</p>
        )}
        {boundarySet && (
          <p>
            <Link
              to="/ban-do"
              search={{ ...search, ve: fromCentres ? undefined : 'tam' }}
              resetScroll={false}
            >
              {fromCentres ? words.useBoundaries : words.useCentres}
            </Link>
          </p>
        )}
        {permittedActions.includes('boundary.write') && (
          <div className={styles.upload}>
            <FileButton
              accept=".geojson,.json,application/geo+json,application/json"
              onChange={(file) => {
                if (file) loading.mutate(file);
              }}
            >
              {(props) => (
                <Button variant="default" loading={loading.isPending} {...props}>
                  {words.upload}
                </Button>
              )}
            </FileButton>
            <p className={styles.hint}>{words.uploadHint}</p>
          </div>
        )}
        <p role="status">
          {loading.isPending && words.uploading}
          {loading.isSuccess &&
            (loading.data.repeated ? words.uploadedAgain : words.uploaded(format.number(loading.data.count)))}
        </p>
        {loading.isError && <ErrorState error={loading.error} where={words.upload} />}
      </div>
    </Section>
  );
};
