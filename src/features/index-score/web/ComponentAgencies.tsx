import type { ComponentExplanation } from '#features/index-score/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import styles from './ComponentPage.module.css';
import { indexMessages } from './messages.ts';

type Agencies = ComponentExplanation['leadAgencies'];

const Named = ({ title, agencies }: { readonly title: string; readonly agencies: Agencies }) =>
  agencies.length === 0 ? null : (
    <div>
      <dt>{title}</dt>
      <dd>
        {agencies.map((agency) => (
          <span key={agency.nameAsWritten} className={styles.agency}>
            <AgencyLink {...agency} />
          </span>
        ))}
      </dd>
    </div>
  );

/** Who answers for an indicator. */
export const ComponentAgencies = ({ component }: { readonly component: ComponentExplanation }) => {
  const { component: words } = useMessages(indexMessages);
  return (
    <dl className={styles.agencies}>
      <Named title={words.leads} agencies={component.leadAgencies} />
      <Named title={words.coordinating} agencies={component.coordinatingAgencies} />
    </dl>
  );
};
