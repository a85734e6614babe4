import type { FrameworkFinding } from '#core/scoring/framework-finding.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { StateBadge, type StateTone } from '#web/ui/StateBadge.tsx';
import { frameworkMessages } from './messages.ts';
import { useProblemWording } from './wordings.ts';

type Severity = FrameworkFinding['severity'];

const TONES = { error: 'bad', warning: 'warning', notice: 'open' } as const satisfies Record<
  Severity,
  StateTone
>;
const ORDER = { error: 0, warning: 1, notice: 2 } as const satisfies Record<Severity, number>;

/** What does not hold together, the gravest first, with the reason and what to do. */
export const FindingTable = ({ findings }: { readonly findings: readonly FrameworkFinding[] }) => {
  const { view: words } = useMessages(frameworkMessages);
  const wording = useProblemWording();
  const rows = findings
    .map((finding, place) => ({ ...finding, key: String(place) }))
    .toSorted((one, other) => ORDER[one.severity] - ORDER[other.severity]);
  return (
    <FigureTable
      caption={words.findings}
      rows={rows}
      rowKey={({ key }) => key}
      rowHeader="about"
      columns={[
        {
          key: 'severity',
          title: words.severity,
          width: '7rem',
          cell: ({ severity }) => (
            <StateBadge tone={TONES[severity]}>{words.severities[severity]}</StateBadge>
          ),
        },
        { key: 'about', title: words.about, width: '10rem', cell: ({ about }) => about },
        {
          key: 'what',
          title: words.what,
          cell: ({ code, about, details }) => wording[code].what({ about, ...details }),
        },
        { key: 'mend', title: words.mend, width: '32%', cell: ({ code }) => wording[code].mend },
      ]}
    />
  );
};
