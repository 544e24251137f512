"use client";

import type { Task } from "@wayfinder/protocol";
import { useFormatter, useTranslations } from "next-intl";
import { useMoment } from "#web/features/day/use-moment.ts";
import { ROLES } from "#web/features/settings/model-draft.ts";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Skeleton } from "#web/ui/skeleton.tsx";
import type { CostRow } from "./cost-rows.ts";
import { useAmount } from "./use-amount.ts";
import { usdDigits } from "./usd-digits.ts";
import { useTaskCosts } from "./use-task-costs.ts";

const COLUMNS = ["step", "role", "model", "calls", "tokens", "cost"] as const;
const NUMBER = "py-2 pl-4 text-right whitespace-nowrap tabular-nums";
/** On a phone role and model stand below the step. */
const WIDE = "py-2 pr-4 max-md:hidden";
const HEADS: Readonly<Record<(typeof COLUMNS)[number], string>> = {
  // the same widths in every table, so that the columns of one stand below those of another
  step: "py-2 pr-4 md:w-[24%]",
  role: `${WIDE} md:w-[14%]`,
  model: WIDE,
  calls: `${NUMBER} md:w-[10%]`,
  tokens: `${NUMBER} md:w-[12%]`,
  cost: `${NUMBER} md:w-[12%]`,
};

/** One task's costs: step, role, model, calls, tokens, dollars or "unknown". */
export function CostTable({ task }: { task: Task }) {
  const t = useTranslations("costs");
  const moment = useMoment();
  const { data: rows, error, refetch } = useTaskCosts(task);
  if (error && !rows) return <LoadFailure level={3} error={error} onRetry={() => void refetch()} />;
  const digits = usdDigits([task.usage.cost_usd, ...(rows ?? []).map(({ cost_usd }) => cost_usd)]);
  const kind = t(`kind.${task.kind ?? "generate"}`);
  return (
    <div>
      <table className="w-full text-13">
        <caption className="pb-1 text-left font-[550]">{t("task", { kind, date: moment(task.created_at) })}</caption>
        <thead>
          <tr className="border-b border-line text-left text-ink-3">
            {COLUMNS.map((column) => (
              <th key={column} scope="col" className={classNames("font-normal", HEADS[column])}>
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map((row) => (
            <Row key={`${row.step} ${row.role} ${row.model}`} row={row} digits={digits} />
          ))}
          {!rows && (
            <tr>
              <td colSpan={COLUMNS.length} className="py-3">
                <Skeleton className="w-2/3" />
              </td>
            </tr>
          )}
        </tbody>
        <Sum task={task} digits={digits} />
      </table>
      <Unconfirmed task={task} />
    </div>
  );
}

/** With the decimals that all amounts of the table take. */
function Row({ row: { step, role, model, calls, tokens, cost_usd }, digits }: { row: CostRow; digits: number }) {
  const t = useTranslations();
  const format = useFormatter();
  const amount = useAmount();
  const known = ROLES.find((name) => name === role);
  const roleName = known ? t(`settings.roles.${known}.name`) : role;
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-2 pr-4 text-left font-normal">
        {t(`costs.step.${step}`)}
        <span className="block text-12 break-all text-ink-3 md:hidden">
          {roleName} · {model}
        </span>
      </th>
      <td className={`${WIDE} text-ink-2`}>{roleName}</td>
      <td className={`${WIDE} font-mono text-12 break-all text-ink-2`}>{model}</td>
      <td className={NUMBER}>{format.number(calls)}</td>
      <td className={NUMBER}>{format.number(tokens)}</td>
      <td className={NUMBER}>{cost_usd === null ? t("costs.unknown_cell") : amount.usd(cost_usd, digits)}</td>
    </tr>
  );
}

function Sum({ task: { usage }, digits }: { task: Task; digits: number }) {
  const t = useTranslations("costs");
  const format = useFormatter();
  const amount = useAmount();
  return (
    <tfoot>
      <tr className="font-[550]">
        <th scope="row" className="py-2 text-left">
          {t("sum")}
        </th>
        <td className={WIDE} />
        <td className={WIDE} />
        <td />
        <td className={NUMBER}>{format.number(usage.input_tokens + usage.output_tokens)}</td>
        <td className={NUMBER}>{usage.cost_usd === null ? t("unknown_cell") : amount.usd(usage.cost_usd, digits)}</td>
      </tr>
    </tfoot>
  );
}

function Unconfirmed({ task: { usage } }: { task: Task }) {
  const t = useTranslations("costs");
  const amount = useAmount();
  const { unconfirmed } = usage;
  if (!unconfirmed || unconfirmed.calls === 0) return null;
  const tokens = amount.tokens(unconfirmed.input_tokens + unconfirmed.output_tokens);
  return <p className="text-12 text-ink-3">{t("unconfirmed", { tokens, cost: amount.usd(unconfirmed.cost_usd) })}</p>;
}
