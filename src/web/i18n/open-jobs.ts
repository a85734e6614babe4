import { buildFormat } from './format.ts';
import type { Locale } from './messages.ts';

interface OpenJob {
  readonly name: string | null;
  readonly askedAt: string;
}

const MOST_NAMED = 5;

/** The jobs that a refusal tells of, by the name of their file or paper, or by when they were asked for: the oldest first. */
export const nameOpenJobs = (jobs: unknown, locale: Locale, askedAt: (instant: string) => string): string => {
  if (!Array.isArray(jobs) || jobs.length === 0) return '';
  const format = buildFormat(locale);
  const named = (jobs as readonly OpenJob[])
    .slice(0, MOST_NAMED)
    .map((job) => job.name ?? askedAt(format.instant(job.askedAt)));
  return `: ${named.join('; ')}${jobs.length > MOST_NAMED ? '; …' : ''}`;
};
