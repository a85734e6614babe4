import { useState } from 'react';
import { v7 as newId } from 'uuid';
import { readStepDraft, type StepDraft, type StepNames } from '#core/work-plan/step-draft.ts';

/** A step while it is written: what is wrong is shown once somebody tries, and each change makes another write of it. */
export const useStepDraft = (initial: StepDraft, names: StepNames) => {
  const [draft, setDraft] = useState(initial);
  const [isTried, setIsTried] = useState(false);
  const [writeId, setWriteId] = useState(() => newId());
  const read = readStepDraft(draft, names);
  const change = (changed: StepDraft): void => {
    setDraft(changed);
    setWriteId(newId());
  };
  return {
    ...{ draft, writeId, change },
    problems: isTried && 'problems' in read ? read.problems : {},
    /** What the step says; undefined while something is wrong, which is then shown. */
    tryToRead: () => {
      setIsTried(true);
      return 'content' in read ? read.content : undefined;
    },
    reset: (): void => {
      change(initial);
      setIsTried(false);
    },
  };
};
