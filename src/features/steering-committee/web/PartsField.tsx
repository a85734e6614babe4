import { Button } from '@mantine/core';
import type { AreaPartView, CommitteeChoices } from '#features/steering-committee/contract.ts';
import { AddPart } from './AddPart.tsx';
import { hasPart } from './area-part-of.ts';
import { PartList } from './PartList.tsx';
import { useWording } from './use-wording.ts';

interface PartsFieldProps {
  readonly parts: readonly AreaPartView[];
  readonly choices: CommitteeChoices | undefined;
  readonly onChange: (parts: readonly AreaPartView[]) => void;
}

/** What belongs to the area: each part can be taken out, and others added. */
export const PartsField = ({ parts, choices, onChange }: PartsFieldProps) => {
  const { form } = useWording().words;
  return (
    <div role="group" aria-label={form.parts}>
      <strong>{form.parts}</strong>
      <PartList
        parts={parts}
        actOf={(part, name) => (
          <Button
            variant="default"
            size="compact-sm"
            aria-label={form.removePart(name)}
            onClick={() => {
              onChange(parts.filter((one) => one !== part));
            }}
          >
            {form.remove}
          </Button>
        )}
      />
      <AddPart
        choices={choices}
        onAdd={(part) => {
          if (!hasPart(parts, part)) onChange([...parts, part]);
        }}
      />
    </div>
  );
};
