import type { LadderStep } from '#core/reminder/ladder.ts';
import type { Format } from '#web/i18n/format.ts';
import type { vi } from './messages.vi.ts';
import type { SameShape } from '#web/i18n/messages.ts';

type Words = SameShape<typeof vi>;

/** When a step is, in words: `Trước hạn 10 ngày làm việc`. */
const stepTime = (offset: number, { ladder }: Words, format: Format): string => {
  if (offset === 0) return ladder.on;
  const days = format.number(Math.abs(offset));
  return offset < 0 ? ladder.before(days) : ladder.after(days);
};

/** What a step does, as a sentence. */
export const stepSentence = (
  { offset, audiences, channels, repeat }: LadderStep,
  words: Words,
  format: Format,
): string => {
  const { ladder } = words;
  const ways = [
    ...(channels.includes('in-app') ? [ladder.inApp] : []),
    ...(channels.includes('e-mail') ? [ladder.byMail] : []),
    ...(channels.includes('webhook') ? [ladder.byWebhook] : []),
  ];
  const deeds = [
    ...(ways.length > 0 && audiences.length > 0
      ? [ladder.tells(format.list(audiences.map((one) => words.audiences[one])), format.list(ways))]
      : []),
    ...(channels.includes('letter') ? [ladder.letter] : []),
  ];
  const again =
    repeat === null ? '' : `; ${ladder.again(format.number(repeat.every), format.number(repeat.times))}`;
  return `${stepTime(offset, words, format)}: ${deeds.join('; ')}${again}.`;
};
