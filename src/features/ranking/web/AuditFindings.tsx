import { Badge } from '@mantine/core';
import type { LeagueAudit } from '#features/ranking/contract.ts';
import { Section } from '#web/ui/Section.tsx';
import { type AuditFinding, listAuditFindings } from './audit-findings.ts';
import styles from './audit.module.css';
import { type AuditWording, useAuditWording } from './use-audit-wording.ts';

const MOST = 12;

/** A finding as a sentence. */
const sentenceOf = (finding: AuditFinding, wording: AuditWording): string => {
  const { words, format, nameOf, inPercent, correlation } = wording;
  switch (finding.kind) {
    case 'redundant':
    case 'opposed':
      return words.findings[finding.kind](
        nameOf(finding.left),
        nameOf(finding.right),
        correlation(finding.coefficient),
      );
    case 'no-spread':
      return words.findings['no-spread'](nameOf(finding.code));
    case 'low-availability':
      return words.findings['low-availability'](nameOf(finding.code), inPercent(finding.availability));
    case 'without-influence':
      return words.findings['without-influence'](nameOf(finding.code), inPercent(finding.nominalWeight, 1));
    case 'incoherent':
      return words.findings.incoherent(
        format.number(finding.codes.length),
        format.number(finding.of),
        format.list(finding.codes.map((code) => nameOf(code))),
      );
  }
};

/** What should be looked at again, in sentences, each with its kind as a word. */
export const AuditFindings = ({ audit }: { readonly audit: LeagueAudit }) => {
  const wording = useAuditWording(audit);
  const { words, format } = wording;
  const findings = listAuditFindings(audit);
  // The last one sums up the groups: it is never among those that are left out.
  const shown = findings.length > MOST ? [...findings.slice(0, MOST - 1), ...findings.slice(-1)] : findings;
  return (
    <Section title={words.findingsTitle}>
      {findings.length === 0 ? (
        <p className={styles.plain}>{words.findingsNone}</p>
      ) : (
        <ul className={styles.findings}>
          {shown.map((finding) => {
            const sentence = sentenceOf(finding, wording);
            return (
              <li key={sentence}>
                <Badge variant="default" className={styles.kind ?? ''}>
                  {words.kinds[finding.kind]}
                </Badge>
                <span>{sentence}</span>
              </li>
            );
          })}
        </ul>
      )}
      {findings.length > shown.length && (
        <p className={styles.plain}>{words.more(format.number(findings.length - shown.length))}</p>
      )}
    </Section>
  );
};
