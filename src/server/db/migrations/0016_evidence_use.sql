-- What is asked of a piece of evidence: which answers rest on it.

create index answer_evidence_use_idx on answer_evidence (evidence_id) where detached_at is null;
create index evidence_file_idx on evidence (file_sha256) where file_sha256 is not null;
