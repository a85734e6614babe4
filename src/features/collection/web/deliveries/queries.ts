import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import {
  addDeliveryToken,
  type DeliverySourceInput,
  getDelivery,
  listDeliveries,
  listDeliverySources,
  putDeliverySource,
  revokeDeliveryToken,
} from '#features/collection/delivery-contract.ts';
import { call } from '#web/api/call.ts';

export const sourcesQuery = queryOptions({
  queryKey: ['delivery-sources'],
  queryFn: ({ signal }) => call(listDeliverySources, { signal }),
});

export const deliveriesQuery = queryOptions({
  queryKey: ['deliveries'],
  queryFn: ({ signal }) => call(listDeliveries, { signal }),
});

export const deliveryQuery = (id: string) =>
  queryOptions({
    queryKey: ['deliveries', id],
    queryFn: ({ signal }) => call(getDelivery, { params: { id }, signal }),
  });

const useChange = <Input, Answer>(mutationFn: (input: Input) => Promise<Answer>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () => queries.invalidateQueries({ queryKey: sourcesQuery.queryKey }),
  });
};

export const usePutSource = () =>
  useChange(({ id, body }: { readonly id: string; readonly body: DeliverySourceInput }) =>
    call(putDeliverySource, { params: { id }, body }),
  );

export const useAddToken = (id: string) =>
  useChange((body: { readonly tokenId: string; readonly expiresOn: string }) =>
    call(addDeliveryToken, { params: { id }, body }),
  );

export const useRevokeToken = (id: string) =>
  useChange((token: string) => call(revokeDeliveryToken, { params: { id, token } }));
