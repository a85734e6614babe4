import { useQuery } from '@tanstack/react-query';
import { listDocuments } from '#features/plan/contract.ts';
import { call } from '#web/api/call.ts';
import { useMessages } from '#web/i18n/locale.tsx';
import { SourcePlace } from '#web/ui/SourcePlace.tsx';
import { documentShortTitle } from '#web/widgets/plan-item/document-title.ts';
import { planItemMessages } from '#web/widgets/plan-item/messages.ts';

interface ScorePlaceProps {
  /** A place as scores name it: the key of the document in the framework, and its id once it is registered. */
  readonly place: { readonly document: string; readonly documentId: string | null; readonly line: number };
}

/** Where a figure of the index is printed, by the title that the registers give the document. */
export const ScorePlace = ({ place: { document, documentId, line } }: ScorePlaceProps) => {
  const words = useMessages(planItemMessages);
  const { data: documents } = useQuery({
    queryKey: ['documents'],
    queryFn: ({ signal }) => call(listDocuments, { signal }),
  });
  const found = documents?.items.find(({ id }) => id === documentId);
  return (
    <SourcePlace
      documentId={documentId}
      documentTitle={found ? documentShortTitle(found, words) : document}
      line={line}
    />
  );
};
