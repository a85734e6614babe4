import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { ComponentNode } from '#features/index-score/contract.ts';
import type { OrganizationView } from '#features/organization/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { componentsQuery } from '#web/widgets/index-score/index-queries.ts';
import { useWording, type Wording } from './wording.ts';

type Led = OrganizationView['components'];
type Scored = ReadonlyMap<string, ComponentNode>;

const useScored = (): Scored => {
  const { nam: year } = useSearch({ from: '/shell/co-quan/$code' });
  const { data } = useQuery(componentsQuery(year, {}));
  return new Map(data?.items.map((node) => [node.code, node]));
};

// Whole hundredths add up without an error; these are sums of points as shown.
const sumOf = (points: readonly string[]): string =>
  String(points.reduce((sum, text) => sum + Math.round(Number(text) * 100), 0) / 100);

/** What the components come to together; nothing while one of them has no score. */
const describeSum = (
  components: Led,
  scored: Scored,
  { organization, format }: Wording,
): string | undefined => {
  const nodes = components.flatMap(({ code }) => scored.get(code) ?? []);
  if (nodes.length < components.length) return undefined;
  const range = (member: 'points' | 'lost'): string =>
    format.pointsRange(
      sumOf(nodes.map((node) => node[member].low)),
      sumOf(nodes.map((node) => node[member].high)),
    );
  const maximum = format.number(sumOf(nodes.map((node) => node.maximum)));
  return organization.one.componentsLead(range('points'), maximum, range('lost'));
};

interface LedComponentsProps {
  readonly components: Led;
}

/** Components of the index that an organization leads, with the points they reach and lose. */
export const LedComponents = ({ components }: LedComponentsProps) => {
  const wording = useWording();
  const { organization, format } = wording;
  const words = organization.one;
  const { kit } = useMessages(sharedMessages);
  const scored = useScored();
  if (components.length === 0) return null;
  return (
    <Section title={words.components} lead={describeSum(components, scored, wording)}>
      <FigureTable
        caption={words.components}
        rows={components}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'name',
            title: words.componentName,
            cell: ({ code, name, viaGroup }) => (
              <>
                <Link to="/bo-chi-so/$code" params={{ code }}>
                  {code} {name}
                </Link>
                {viaGroup !== null && ` (${words.via(viaGroup.abbreviation ?? viaGroup.name)})`}
              </>
            ),
          },
          {
            key: 'maximum',
            title: words.componentMaximum,
            kind: 'figure',
            width: '9rem',
            cell: ({ maximumScore }) => (maximumScore === null ? '' : format.number(maximumScore)),
          },
          ...(['points', 'lost'] as const).map((member) => ({
            key: member,
            title: member === 'points' ? words.componentPoints : words.componentLost,
            kind: 'figure' as const,
            width: '9rem',
            cell: ({ code }: Led[number]) => {
              const node = scored.get(code);
              return node ? format.pointsRange(node[member].low, node[member].high) : kit.blank;
            },
          })),
        ]}
      />
    </Section>
  );
};
