import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { coversIndicator } from '#core/steering-committee/area-part.ts';
import type { AreaPartView } from '#features/steering-committee/contract.ts';
import { usePickText } from '#web/i18n/locale.tsx';
import { usePermission } from '#web/session/session.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { componentsQuery } from '#web/widgets/index-score/index-queries.ts';
import styles from './committee.module.css';
import { MOST_SHOWN } from './queries.ts';
import { useWording } from './use-wording.ts';

/** The components of the index that belong to an area, that lose points, the most first. */
export const AreaPoints = ({ parts }: { readonly parts: readonly AreaPartView[] }) => {
  const { words, format } = useWording();
  const pick = usePickText();
  const codes = parts.flatMap(({ indicator }) => (indicator === null ? [] : [indicator.code]));
  const mayRead = usePermission('index.read');
  const { data } = useQuery({ ...componentsQuery(undefined, {}), enabled: mayRead && codes.length > 0 });
  // The index may have no figures yet: then there are no points to tell of.
  const rows = (data?.items ?? [])
    .filter(
      ({ kind, code, lost }) => kind === 'indicator' && coversIndicator(codes, code) && Number(lost.high) > 0,
    )
    .toSorted((one, other) => Number(other.lost.high) - Number(one.lost.high));
  if (!data || rows.length === 0) return null;
  const { pointsColumns } = words.area;
  return (
    <Section
      title={words.area.pointsTitle(format.number(rows.length))}
      aside={<Link to="/bo-chi-so">{words.area.pointsAll}</Link>}
    >
      <FigureTable
        caption={words.area.pointsCaption}
        rows={rows.slice(0, MOST_SHOWN)}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            title: pointsColumns.name,
            cell: ({ code, name }) => (
              <Link to="/bo-chi-so/$code" params={{ code }}>{`${code} ${pick(name)}`}</Link>
            ),
          },
          {
            key: 'points',
            title: pointsColumns.points,
            kind: 'figure',
            cell: ({ points }) => format.pointsRange(points.low, points.high),
          },
          {
            key: 'maximum',
            title: pointsColumns.maximum,
            kind: 'figure',
            cell: ({ maximum }) => format.points(maximum),
          },
          {
            key: 'lost',
            title: pointsColumns.lost,
            kind: 'figure',
            cell: ({ lost }) => format.pointsRange(lost.low, lost.high),
          },
        ]}
      />
      {rows.length > MOST_SHOWN && (
        <p className={styles.quiet}>{words.area.pointsRest(format.number(rows.length - MOST_SHOWN))}</p>
      )}
      {data.simulated && <p className={styles.quiet}>{words.area.pointsSimulated}</p>}
    </Section>
  );
};
