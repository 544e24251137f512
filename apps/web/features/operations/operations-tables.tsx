"use client";

import type { Operations } from "@wayfinder/protocol";
import { useAmount } from "#web/features/costs/use-amount.ts";
import { usdDigits } from "#web/features/costs/usd-digits.ts";
import { useFormatter, useTranslations } from "next-intl";
import { closeMeaning, dialMeaning } from "./close-meaning.ts";
import { CountTable } from "./count-table.tsx";
import { TotalList } from "./total-list.tsx";
import { useUnits } from "./use-units.ts";

/** What has happened since the start, in tables. */
export function OperationsTables({ operations }: { operations: Operations }) {
  return (
    <div className="mt-6 grid items-start gap-3 lg:grid-cols-2">
      <div className="grid min-w-0 gap-3">
        <WrongPathTable operations={operations} />
        <DialsTable operations={operations} />
        <ModelTable operations={operations} />
      </div>
      <div className="grid min-w-0 gap-3">
        <ClosesTable operations={operations} />
        <TasksTable operations={operations} />
      </div>
      <TotalList operations={operations} />
    </div>
  );
}

function WrongPathTable({ operations }: { operations: Operations }) {
  const t = useTranslations("operations.wrong");
  const format = useFormatter();
  const { count } = useUnits();
  const rows = operations.wrong_paths.paths.map((path) => ({
    key: path.path,
    cells: [
      <code key="path" className="font-mono">
        {path.path}
      </code>,
      count(path.count),
      format.relativeTime(new Date(path.last_at), new Date(operations.at)),
    ],
  }));
  return (
    <CountTable
      title={t("title")}
      columns={[t("path"), t("count"), t("last")]}
      numbers={2}
      rows={rows}
      empty={t("empty")}
      hint={rows.length > 0 ? t("hint") : undefined}
    />
  );
}

function ClosesTable({ operations }: { operations: Operations }) {
  const t = useTranslations("operations.closes");
  const code = useTranslations("operations.code");
  const { count } = useUnits();
  const rows = operations.closes.map(({ name, count: closed }) => ({
    key: name,
    cells: [name, code(closeMeaning(name)), count(closed)],
  }));
  return <CountTable title={t("title")} columns={[t("code"), t("meaning"), t("count")]} rows={rows} empty={t("empty")} />;
}

function DialsTable({ operations }: { operations: Operations }) {
  const t = useTranslations("operations.dials");
  const code = useTranslations("operations.code");
  const { count } = useUnits();
  const rows = operations.dials.map(({ name, count: dialled }) => {
    const outcome = dialMeaning(name);
    return { key: name, cells: [outcome ? t(outcome) : `${name} · ${code(closeMeaning(name))}`, count(dialled)] };
  });
  return <CountTable title={t("title")} columns={[t("outcome"), t("count")]} rows={rows} empty={t("empty")} />;
}

const STATUSES = ["queued", "running", "waiting_for_review", "completed", "failed", "cancelled"] as const;

function TasksTable({ operations }: { operations: Operations }) {
  const t = useTranslations("operations.tasks");
  const status = useTranslations("tasks.status");
  const { count } = useUnits();
  const { tasks } = operations;
  const rows = tasks ? STATUSES.map((name) => ({ key: name, cells: [status(name), count(tasks[name])] })) : [];
  return <CountTable title={t("title")} columns={[t("status"), t("count")]} rows={rows} empty={t("empty")} />;
}

function ModelTable({ operations: { model_day } }: { operations: Operations }) {
  const t = useTranslations("operations.models");
  const amount = useAmount();
  const { count } = useUnits();
  const asked = model_day?.filter(({ tokens }) => tokens > 0) ?? [];
  const digits = usdDigits(asked.map(({ usd }) => usd));
  const rows = asked.map(({ payer, purpose, tokens, usd }) => ({
    key: `${payer} ${purpose}`,
    cells: [t(`payer.${payer}`), t(`purpose.${purpose}`), count(tokens), usd === null ? t("unknown") : amount.usd(usd, digits)],
  }));
  return (
    <CountTable
      title={t("title")}
      columns={[t("pays"), t("for"), t("tokens"), t("cost")]}
      numbers={2}
      rows={rows}
      empty={t(model_day ? "empty" : "unread")}
    />
  );
}
