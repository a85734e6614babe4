import { Link } from '@tanstack/react-router';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { THIN_SPACE } from '#web/i18n/format.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { overviewMessages } from './messages.ts';
import styles from './Lists.module.css';

type Threshold = IndexOverview['nearestThresholds'][number];

/** What is nearest to bringing points, and how many. */
export const NearestThresholds = ({ thresholds }: { readonly thresholds: readonly Threshold[] }) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  const pick = usePickText();
  if (thresholds.length === 0) {
    return (
      <Section title={words.thresholdsTitle}>
        <EmptyState title={words.noThresholds} />
      </Section>
    );
  }
  return (
    <Section title={words.thresholdsTitle} lead={words.thresholdsLead}>
      <ul className={styles.list}>
        {thresholds.map(
          ({ code, name, current, threshold, unit, fraction, gain, allOrNothing, leadAgencies }) => (
            <li key={code} className={styles.item}>
              <div className={styles.headline}>
                <Link to="/bo-chi-so/$code" params={{ code }} className={styles.link}>
                  {code} {pick(name)}
                </Link>
                <span className={styles.gain}>{format.signedPoints(gain)}</span>
              </div>
              <div className={styles.quiet}>
                <span className={styles.figures}>
                  {format.number(current)} → {format.number(threshold)}
                  {THIN_SPACE}
                  {pick(unit)}
                </span>
                {fraction && (
                  <span className={styles.figures}>
                    {words.neededOf(
                      format.number(fraction.numerator),
                      format.number(fraction.needed),
                      format.number(fraction.denominator),
                    )}
                  </span>
                )}
                <span>{allOrNothing ? words.gainAtOnce : words.gainGradually}</span>
                {leadAgencies.map((agency) => (
                  <AgencyLink key={agency.nameAsWritten} {...agency} />
                ))}
              </div>
            </li>
          ),
        )}
      </ul>
    </Section>
  );
};
