import { Link } from '@tanstack/react-router';
import type { ComponentList } from '#features/index-score/contract.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { CertaintyMark } from '#web/ui/CertaintyMark.tsx';
import { useIndexSubject } from '#web/widgets/index-score/use-index-subject.ts';
import { indexMessages } from './messages.ts';

/** Of the index of an agency or commune: that its figures are made up, where it ranks, and the way back to the province's. */
export const OtherSubject = ({
  index,
}: {
  readonly index: Pick<ComponentList, 'framework' | 'simulated'>;
}) => {
  const { otherSubject: words } = useMessages(indexMessages);
  const { subject } = useIndexSubject();
  if (subject === undefined && !index.simulated) return null;
  return (
    <p>
      {index.simulated && <CertaintyMark certainty="simulated" />}{' '}
      {subject !== undefined && (
        <>
          <Link to="/xep-hang" search={{ bang: index.framework.code }}>
            {words.ranking}
          </Link>
          {' · '}
          <Link to="/bo-chi-so" search={{ 'don-vi': undefined, bo: undefined }}>
            {words.province}
          </Link>
        </>
      )}
    </p>
  );
};
