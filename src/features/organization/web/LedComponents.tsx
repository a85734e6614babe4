import { Link } from '@tanstack/react-router';
import type { OrganizationView } from '#features/organization/contract.ts';
import { FigureTable } from '#web/ui/FigureTable.tsx';
import { Section } from '#web/ui/Section.tsx';
import { useWording } from './wording.ts';

interface LedComponentsProps {
  readonly components: OrganizationView['components'];
}

/** Components of the index that an organization leads. */
export const LedComponents = ({ components }: LedComponentsProps) => {
  const { organization, format } = useWording();
  const words = organization.one;
  if (components.length === 0) return null;
  return (
    <Section title={words.components}>
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
        ]}
      />
    </Section>
  );
};
