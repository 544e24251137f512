import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  `create table account (
    user_id text primary key,
    created_at timestamptz not null default now()
  )`,
  `create table session (
    token_hash text primary key,
    user_id text not null references account on delete cascade,
    created_at timestamptz not null default now()
  )`,
  `create table task (
    task_id text primary key,
    user_id text not null references account on delete cascade,
    root_task_id text not null,
    retry_of text,
    roadmap_id text not null,
    roadmap_ready boolean not null default false,
    status text not null default 'queued',
    step text,
    percent real not null default 0,
    head bigint not null default 0,
    epoch text not null,
    goal jsonb not null,
    usage jsonb not null default '{"input_tokens":0,"output_tokens":0,"cost_usd":null}',
    error jsonb,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now()
  )`,
  `create index task_by_user on task (user_id, created_at desc)`,
  `create index task_by_root on task (root_task_id)`,
  `create table idempotency_key (
    user_id text not null references account on delete cascade,
    key text not null,
    body_hash text not null,
    task_id text not null,
    created_at timestamptz not null default now(),
    primary key (user_id, key)
  )`,
  `create index idempotency_key_by_age on idempotency_key (created_at)`,
  `create table ticket (
    ticket_hash text primary key,
    task_id text not null,
    user_id text not null references account on delete cascade,
    expires_at timestamptz not null
  )`,
  `create table task_event (
    task_id text not null references task on delete cascade,
    seq bigint not null,
    at timestamptz not null,
    body text not null,
    primary key (task_id, seq)
  )`,
  `create sequence worker_id`,
  `create sequence lease_token`,
  `create table step (
    task_id text not null references task on delete cascade,
    path text not null,
    name text not null,
    input jsonb not null,
    input_hash text not null,
    status text not null,
    attempt integer not null default 0,
    appended integer not null default 0,
    token bigint,
    worker_id bigint,
    lease_expires_at timestamptz,
    run_after timestamptz not null default now(),
    created_at timestamptz not null default now(),
    primary key (task_id, path)
  )`,
  `create index step_ready on step (run_after) where status = 'ready'`,
  `create index step_running on step (worker_id) where status = 'running'`,
  `create table attempt (
    task_id text not null,
    path text not null,
    attempt integer not null,
    worker_id bigint not null,
    started_at timestamptz not null default now(),
    ended_at timestamptz,
    outcome text,
    message text,
    primary key (task_id, path, attempt),
    foreign key (task_id, path) references step on delete cascade
  )`,
  `create table journal (
    root_task_id text not null,
    path text not null,
    input_hash text not null,
    output jsonb not null,
    finished_at timestamptz not null default now(),
    primary key (root_task_id, path, input_hash)
  )`,
  `create table roadmap (
    roadmap_id text primary key,
    user_id text not null references account on delete cascade,
    task_id text not null,
    version integer not null,
    body jsonb not null,
    created_at timestamptz not null default now()
  )`,
  `create index roadmap_by_user on roadmap (user_id, created_at desc)`,
  `create table content (
    roadmap_id text not null references roadmap on delete cascade,
    concept_id text not null,
    kind text not null,
    status text not null,
    body jsonb,
    reason text,
    primary key (roadmap_id, concept_id, kind)
  )`,
  `create table quiz_attempt (
    attempt_id bigint generated always as identity primary key,
    roadmap_id text not null references roadmap on delete cascade,
    concept_id text not null,
    item_id text not null,
    user_id text not null references account on delete cascade,
    result jsonb not null,
    at timestamptz not null default now()
  )`,
  `create index quiz_attempt_by_item on quiz_attempt (roadmap_id, concept_id, user_id, item_id, attempt_id desc)`,
];

/** Accounts, tasks with their log, steps with their journal, roadmaps with their content. */
export const firstLight: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
