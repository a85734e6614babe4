import { plainDate, type PlainDate } from '#core/kernel/plain-date.ts';
import { organizationKey } from '#core/organization/spelling.ts';

interface FormerBody {
  /** In the form in which spellings of one name are equal, diacritics kept. */
  readonly name: RegExp;
  readonly lastDay: PlainDate;
}

const DEPARTMENT_SUBJECTS =
  'thông tin và truyền thông|kế hoạch và đầu tư|giao thông vận tải|tài nguyên và môi trường|nông nghiệp và phát triển nông thôn|lao động ?-? ?thương binh và xã hội';

/** Bodies that the whole country gave up, whichever province names them. */
const FORMER_BODIES: readonly FormerBody[] = [
  // Law 72/2025/QH15 and resolution 203/2025/QH15: no districts from 1 July 2025, and with them no towns below.
  {
    name: /(?<!\p{L})(?:huyện|quận|thị xã|thị trấn)(?!\p{L})/u,
    lastDay: plainDate('2025-06-30'),
  },
  // Resolution 176/2025/QH15: from 1 March 2025 these ministries are merged into others.
  { name: new RegExp(`^bộ (?:${DEPARTMENT_SUBJECTS})(?!\\p{L})`, 'u'), lastDay: plainDate('2025-02-28') },
  // Decree 45/2025/NĐ-CP lets provinces merge their departments likewise; by the merger of provinces all had.
  { name: new RegExp(`^sở (?:${DEPARTMENT_SUBJECTS})(?!\\p{L})`, 'u'), lastDay: plainDate('2025-06-30') },
];

/** The last day of a body that no register knows, by the kind that its name says; undefined for one that may exist. */
export const findLastDayByName = (name: string): PlainDate | undefined => {
  const key = organizationKey(name);
  return FORMER_BODIES.find((body) => body.name.test(key))?.lastDay;
};
