import { Link } from '@tanstack/react-router';
import { useMessages } from '#web/i18n/locale.tsx';
import { sharedMessages } from '#web/i18n/shared-messages.ts';
import styles from './AgencyLink.module.css';

interface AgencyLinkProps {
  /** Null while the name in the document is not matched with the register. */
  readonly organizationCode: string | null;
  readonly name: string | null;
  /** Official abbreviation, shown instead of the name where space is short. */
  readonly shortName?: string | null;
  readonly nameAsWritten: string;
}

/** An agency, linked to everything it answers for. A name that the register does not know stays as written. */
export const AgencyLink = ({ organizationCode, name, shortName, nameAsWritten }: AgencyLinkProps) => {
  const { kit } = useMessages(sharedMessages);
  const fullName = name ?? nameAsWritten;
  if (organizationCode === null) {
    return (
      <span className={styles.unknown} title={kit.unknownAgency}>
        {nameAsWritten}
      </span>
    );
  }
  return (
    <Link to="/co-quan/$code" params={{ code: organizationCode }} className={styles.link} title={fullName}>
      {shortName ?? fullName}
    </Link>
  );
};
