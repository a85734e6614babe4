import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  decideMeasureLink,
  listMeasureLinks,
  type LinkDecisionInput,
} from '#features/consistency/link-contract.ts';
import { call } from '#web/api/call.ts';

export const measureLinksQuery = queryOptions({
  queryKey: ['measure-links'],
  queryFn: ({ signal }) => call(listMeasureLinks, { query: {}, signal }),
});

/** Keeps a word about a pair. The list shows it at once; what the checker finds follows when it is next asked. */
export const useDecideLink = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: LinkDecisionInput) => call(decideMeasureLink, { body }),
    onSuccess: ({ link }) => {
      queries.setQueryData(measureLinksQuery.queryKey, (known) =>
        known
          ? {
              ...known,
              items: known.items.map((other) =>
                other.one.key === link.one.key && other.other.key === link.other.key ? link : other,
              ),
            }
          : known,
      );
      return queries.invalidateQueries({
        predicate: ({ queryKey: [name] }) => name !== measureLinksQuery.queryKey[0],
        refetchType: 'none',
      });
    },
    onError: () => queries.invalidateQueries({ queryKey: measureLinksQuery.queryKey }),
  });
};
