-- A letter on what plans, figures and rules do not agree on.
alter table official_document drop constraint official_document_kind_known;
alter table official_document add constraint official_document_kind_known check (kind in (
  'self-assessment', 'progress-report', 'result-announcement', 'reminder-letter', 'agency-report', 'difficulty-answer',
  'findings-letter'));
