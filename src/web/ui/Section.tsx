import { useId, type ReactNode } from 'react';
import styles from './Section.module.css';

interface SectionProps {
  readonly title: string;
  /** What the section says, in a sentence. */
  readonly lead?: ReactNode;
  /** A link or a button at the right of the title. */
  readonly aside?: ReactNode;
  /** An address within the page, `#…`. */
  readonly id?: string;
  /** For a form: on paper its title would stand over nothing. */
  readonly onScreenOnly?: boolean;
  readonly children: ReactNode;
}

/** A part of a page under a second-level title. */
export const Section = ({ title, lead, aside, id, onScreenOnly = false, children }: SectionProps) => {
  const titleId = useId();
  return (
    <section
      aria-labelledby={titleId}
      className={styles.section}
      data-on-screen-only={onScreenOnly || undefined}
      {...(id !== undefined && { id })}
    >
      <div className={styles.header}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        {aside !== undefined && <div className={styles.aside}>{aside}</div>}
      </div>
      {lead !== undefined && <div className={styles.lead}>{lead}</div>}
      {children}
    </section>
  );
};
