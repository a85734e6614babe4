import { Link } from '@tanstack/react-router';
import type { IndexOverview } from '#features/index-score/contract.ts';
import { useFormat, useMessages, usePickText } from '#web/i18n/locale.tsx';
import { AgencyLink } from '#web/ui/AgencyLink.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { Section } from '#web/ui/Section.tsx';
import { RuleMark } from '#web/widgets/index-score/RuleMark.tsx';
import { withUnit } from '#web/widgets/plan-item/measure.ts';
import { overviewMessages } from './messages.ts';
import styles from './Lists.module.css';

type Threshold = IndexOverview['nearestThresholds'][number];

/** What is nearest to bringing points, and how many. */
export const NearestThresholds = ({ thresholds }: { readonly thresholds: readonly Threshold[] }) => {
  const words = useMessages(overviewMessages);
  if (thresholds.length === 0) {
    return (
      <Section title={words.thresholdsTitle}>
        <EmptyState title={words.noThresholds} />
      </Section>
    );
  }
  const parts = [
    { title: words.atOnceTitle, some: thresholds.filter(({ allOrNothing }) => allOrNothing) },
    { title: words.graduallyTitle, some: thresholds.filter(({ allOrNothing }) => !allOrNothing) },
  ];
  return (
    <Section title={words.thresholdsTitle} lead={words.thresholdsLead}>
      {parts
        .filter(({ some }) => some.length > 0)
        .map(({ title, some }) => (
          <div key={title}>
            <h3 className={styles.part}>{title}</h3>
            <ul className={styles.list}>
              {some.map((near) => (
                <NearIndicator key={near.code} near={near} />
              ))}
            </ul>
          </div>
        ))}
    </Section>
  );
};

/** One component: the way from the present figure to the threshold, and who leads. */
const NearIndicator = ({ near }: { readonly near: Threshold }) => {
  const words = useMessages(overviewMessages);
  const format = useFormat();
  const pick = usePickText();
  const { code, name, current, threshold, unit, fraction, gain, ruleProvenance, leadAgencies } = near;
  const shown = (figure: string): string => withUnit(format.number(figure, { atMost: 2 }), pick(unit));
  return (
    <li className={styles.item}>
      <div className={styles.headline}>
        <Link to="/bo-chi-so/$code" params={{ code }} className={styles.link}>
          {code} {pick(name)}
        </Link>
        <span className={styles.gain}>{format.signedPoints(gain)}</span>
      </div>
      <div className={styles.quiet}>
        <span className={styles.figures}>
          {shown(current)} → {shown(threshold)}
        </span>
        <RuleMark provenance={ruleProvenance} />
        {fraction && (
          <span className={styles.figures}>
            {words.neededOf(
              format.number(fraction.numerator),
              format.number(fraction.needed),
              format.number(fraction.denominator),
            )}
          </span>
        )}
        {leadAgencies.map((agency) => (
          <AgencyLink key={agency.nameAsWritten} {...agency} />
        ))}
      </div>
    </li>
  );
};
