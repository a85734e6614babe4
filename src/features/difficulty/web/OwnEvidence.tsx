import { useQuery } from '@tanstack/react-query';
import { ChooseEvidence } from '#web/widgets/evidence/ChooseEvidence.tsx';
import { ownEvidenceQuery, useOwnEvidencePlace } from './queries.ts';

interface OwnEvidenceProps {
  readonly organization: string;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Evidence of an organization for a difficulty that is being written. */
export const OwnEvidence = ({ organization, chosen, onChange }: OwnEvidenceProps) => {
  const { data } = useQuery(ownEvidenceQuery(organization));
  const place = useOwnEvidencePlace(organization, (id) => {
    onChange([...new Set([...chosen, id])]);
  });
  return data ? <ChooseEvidence place={place} available={data} chosen={chosen} onChange={onChange} /> : null;
};
