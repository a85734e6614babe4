import { finding, type FrameworkFinding } from './framework-finding.ts';
import { type Framework, listIndicators } from './framework.ts';

/**
 * Agencies that a framework names and the register of organizations does not have: nobody would see what they answer for.
 * `codes` are those of the register.
 */
export const checkAgencies = (
  framework: Framework,
  codes: ReadonlySet<string>,
): readonly FrameworkFinding[] => {
  const { code, owner } = framework;
  const isOwnerUnknown = owner !== undefined && !codes.has(owner);
  return [
    ...(isOwnerUnknown ? [finding('warning', 'agency-not-registered', code, { agency: owner })] : []),
    ...listIndicators(framework).flatMap((indicator) => {
      const { leadAgencies, appraisers = [], coordinatingAgencies } = indicator;
      const unknown = [...leadAgencies, ...appraisers, ...coordinatingAgencies].filter(
        ({ organizationCode }) => organizationCode === null || !codes.has(organizationCode),
      );
      const names = new Set(unknown.map(({ name, nameAsWritten }) => nameAsWritten || name));
      return [...names].map((agency) =>
        finding('warning', 'agency-not-registered', indicator.code, { agency }),
      );
    }),
  ];
};
