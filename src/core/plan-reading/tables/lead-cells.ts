import { readLabelsAs } from '#core/plan-reading/text/labelled-text.ts';

/** Who leads and who helps, as one cell says it. */
export interface LeadCell {
  readonly lead: string | null;
  readonly coordinating: string | null;
}

const WHO = String.raw`(?:(?:cơ quan|đơn vị)\s+)?`;
const LABELS = readLabelsAs<'lead' | 'coordinating'>([
  ['lead', String.raw`${WHO}chủ trì(?:\s+(?:thực hiện|tham mưu))?`],
  ['coordinating', String.raw`${WHO}phối hợp(?:\s+thực hiện)?`],
]);
// "Sở Y tế chủ trì, phối hợp với Sở Tư pháp", "Sở Y tế (chủ trì); Sở Tư pháp (phối hợp)".
const BOTH =
  /^(?<lead>[^;:]{3,160}?)\s*\(?chủ trì\)?\s*[;,]?\s*(?:(?:và\s+)?phối hợp(?:\s+(?:với|cùng))?\s+(?<others>.{3,})|(?<helpers>.{3,}?)\s*\(?phối hợp\)?)$/isu;
const SHARED_COLUMN = /chủ trì.*phối hợp/isu;

/** Parts a cell that names those who lead and those who help; under a header for both a stroke parts them too. */
export const partLeadCell = (raw: string, header: string): LeadCell => {
  const { parts } = LABELS.split(raw);
  const labelled = parts.get('lead');
  if (labelled !== undefined) return { lead: labelled, coordinating: parts.get('coordinating') ?? null };
  const groups = BOTH.exec(raw)?.groups;
  if (groups?.lead !== undefined) {
    return { lead: groups.lead, coordinating: groups.others ?? groups.helpers ?? null };
  }
  const stroke = SHARED_COLUMN.test(header) ? raw.indexOf('/') : -1;
  if (stroke < 0) return { lead: raw, coordinating: null };
  const [lead, coordinating] = [raw.slice(0, stroke).trim(), raw.slice(stroke + 1).trim()];
  return { lead: lead === '' ? null : lead, coordinating: coordinating === '' ? null : coordinating };
};
