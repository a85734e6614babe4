import { refuse, type Refusal } from '#core/kernel/refusal.ts';
import type { DataItem } from '#core/scoring/data-value.ts';
import type { DeliveryAddress } from '#core/submission/delivery/delivery.ts';
import { readDhis2Period } from '#core/submission/delivery/dhis2-period.ts';
import type { DeliveryBody } from '#features/collection/delivery-contract.ts';
import type { StoredSource } from './delivery-store.ts';

/** One figure of a delivery: as it was named, where it belongs in our codes, and what it says. */
export interface DeliveredFigure {
  readonly organization: string;
  readonly item: string;
  readonly address: DeliveryAddress | Refusal<'delivery.unknown-period'>;
  readonly state: 'value' | 'blank' | 'not-applicable';
  readonly value: string | null;
  readonly note: string | null;
}

type GivenValue = string | number | boolean | null | undefined;

const saidBy = (
  value: GivenValue,
  state?: DeliveredFigure['state'],
): Pick<DeliveredFigure, 'state' | 'value'> => {
  const text = value === null || value === undefined ? '' : String(value).trim();
  if (state !== undefined && state !== 'value') return { state, value: null };
  return text === '' && state === undefined
    ? { state: 'blank', value: null }
    : { state: 'value', value: text };
};

const mapped = (mapping: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(mapping, code) ? (mapping[code] ?? code) : code;

/** The figures of a delivery in our codes, whichever way they were delivered. */
export const listDeliveredFigures = (
  { organizationMapping, itemMapping }: StoredSource,
  body: DeliveryBody,
): readonly DeliveredFigure[] => {
  if ('values' in body) {
    const { period, framework = null, round = null, values } = body;
    return values.map(({ organization, item, subject = null, state, value, note = null }) => ({
      ...{ organization, item, note, ...saidBy(value, state) },
      address: {
        organization: mapped(organizationMapping, organization),
        item: mapped(itemMapping, item),
        ...{ period, subject, framework, roundId: round },
      },
    }));
  }
  return body.dataValues.map(({ dataElement, orgUnit, period, value, comment = null }) => {
    const organization = orgUnit ?? body.orgUnit ?? '';
    const written = period ?? body.period ?? '';
    const read = readDhis2Period(written);
    return {
      ...{ organization, item: dataElement, note: comment, ...saidBy(value) },
      address:
        read === undefined
          ? refuse('delivery.unknown-period', { period: written })
          : {
              organization: mapped(organizationMapping, organization),
              item: mapped(itemMapping, dataElement),
              ...{ period: read, subject: null, framework: null, roundId: null },
            },
    };
  });
};

const FLAGS: Readonly<Record<string, string>> = { true: 'yes', '1': 'yes', false: 'no', '0': 'no' };

/** The value in our words for the kind of its item: systems write a yes as `true` or `1`. */
export const valueForItem = (item: DataItem, value: string | null): string | null =>
  item.kind === 'yes-no' && value !== null ? (FLAGS[value.toLowerCase()] ?? value.toLowerCase()) : value;
