import type { Place } from './place.ts';

/** What a section of a plan speaks of, as far as its headings tell. */
export type SectionTopic =
  'specific-objectives' | 'general-objectives' | 'results' | 'assignments' | 'tasks' | 'opening';

const OBJECTIVES =
  /(?<![A-Za-zÀ-ỹ])mục tiêu(?![A-Za-zÀ-ỹ])|^(?:các |một số |những |hệ thống )?chỉ tiêu(?![A-Za-zÀ-ỹ])/iu;
const GENERAL = /(?<![A-Za-zÀ-ỹ])(?:mục tiêu (?:chung|tổng quát)|mục đích|tầm nhìn|quan điểm)/iu;
const SPECIFIC = /(?<![A-Za-zÀ-ỹ])(?:mục tiêu (?:cụ thể|theo|giai đoạn|đến năm|năm|phấn đấu)|chỉ tiêu)/iu;
const RESULTS =
  /(?<![A-Za-zÀ-ỹ])(?:kết quả|hiện trạng|thực trạng|tình hình|đánh giá chung|ưu điểm|hạn chế|nguyên nhân|tồn tại|khó khăn|thuyết minh|chỉ tiêu (?:đạt|gần đạt|chưa đạt|vượt|khó đạt)|nguồn lực thực hiện)/iu;
const ASSIGNMENTS = /(?<![A-Za-zÀ-ỹ])tổ chức thực hiện(?![A-Za-zÀ-ỹ])/iu;

const topicOfTitle = (title: string): SectionTopic | undefined => {
  if (RESULTS.test(title)) return 'results';
  if (GENERAL.test(title)) return 'general-objectives';
  if (OBJECTIVES.test(title)) return 'specific-objectives';
  if (ASSIGNMENTS.test(title)) return 'assignments';
  return undefined;
};

/** Whether objectives are listed one by one under the title, and not only told in general. */
const listsObjectives = (title: string): boolean => SPECIFIC.test(title) && !RESULTS.test(title);

/**
 * The topic of the innermost heading that tells one. Objectives "in general" that stand under specific objectives
 * are specific. What stands before the first numbered heading is the opening; anything else is about tasks.
 */
export const sectionTopic = (place: Place): SectionTopic => {
  const numbered = place.steps.filter((step) => step.number !== null);
  if (numbered.length === 0) return 'opening';
  const topics = place.steps.map((step) => topicOfTitle(step.title));
  const topic = topics.findLast((found) => found !== undefined);
  // What an agency is told to do about results is still its assignment.
  if (topic === 'results' && topics.includes('assignments')) return 'assignments';
  if (topic === 'general-objectives' && place.steps.some((step) => listsObjectives(step.title))) {
    return 'specific-objectives';
  }
  return topic ?? 'tasks';
};
