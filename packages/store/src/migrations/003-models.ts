import { sql, type Kysely } from "kysely";
import type { Migration } from "kysely/migration";

const STATEMENTS = [
  `alter table task add column kind text not null default 'generate', add column follow_key text not null default '',
    add column paused jsonb, add column address text`,
  `update task set kind = 'retry' where retry_of is not null`,
  `alter table step add column place bigint generated always as identity`,
  `create index step_open on step (task_id) where status in ('ready', 'running', 'waiting')`,
  `create table model_call (
    call_id bigint generated always as identity primary key,
    root_task_id text not null,
    task_id text not null references task on delete cascade,
    user_id text not null references account on delete cascade,
    address text,
    path text not null,
    key text not null,
    input_hash text not null,
    token bigint not null,
    role text not null,
    model text not null,
    prompt text not null,
    status text not null default 'running',
    discarded boolean not null default false,
    worst_input_tokens integer not null,
    worst_output_tokens integer not null,
    worst_usd double precision,
    input_tokens integer,
    output_tokens integer,
    cost_usd double precision,
    answer text,
    finish text,
    message text,
    possibly_billed boolean not null default true,
    started_at timestamptz not null default now(),
    ended_at timestamptz
  )`,
  `create index model_call_by_question on model_call (root_task_id, path, key)`,
  `create index model_call_by_task on model_call (task_id)`,
  `create index model_call_by_user on model_call (user_id, started_at)`,
  `create index model_call_by_time on model_call (started_at)`,
  `alter table content add column version integer not null default 1, add column task_id text,
    add column updated_at timestamptz not null default now()`,
  `create table content_version (
    roadmap_id text not null,
    concept_id text not null,
    kind text not null,
    version integer not null,
    body jsonb not null,
    task_id text,
    created_at timestamptz not null,
    primary key (roadmap_id, concept_id, kind, version),
    foreign key (roadmap_id, concept_id, kind) references content on delete cascade
  )`,
  `create table roadmap_change (
    change_id text primary key,
    roadmap_id text not null references roadmap on delete cascade,
    task_id text not null,
    request text not null,
    base_version integer not null,
    patch jsonb not null,
    summary text not null,
    status text not null default 'proposed',
    inverse jsonb,
    applied_version integer,
    created_at timestamptz not null default now()
  )`,
  `create index roadmap_change_by_roadmap on roadmap_change (roadmap_id, created_at desc)`,
  `create table model_settings (
    user_id text primary key references account on delete cascade,
    provider text not null,
    model text not null,
    roles jsonb not null,
    sealed_key text not null,
    updated_at timestamptz not null default now()
  )`,
];

/** Paid calls and what they cost, pauses, follow-up tasks, versions of content, changes by words, people's own models. */
export const models: Migration = {
  async up(db: Kysely<unknown>) {
    for (const statement of STATEMENTS) await sql.raw(statement).execute(db);
  },
};
