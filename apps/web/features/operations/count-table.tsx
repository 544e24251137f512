import { type ReactNode, useId } from "react";
import { classNames } from "#web/ui/class-names.ts";
import { Panel } from "#web/ui/panel.tsx";

interface CountTableProps {
  title: string;
  /** Headings of the columns; the last ones hold numbers. */
  columns: readonly string[];
  /** One row each: a key, then the cells. */
  rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[];
  /** How many of the last columns are numbers or times, set to the right. */
  numbers?: number;
  /** What is said instead of an empty table. */
  empty: string;
  hint?: string;
  className?: string;
}

/** A titled table of counts. */
export function CountTable({ title, columns, rows, numbers = 1, empty, hint, className }: CountTableProps) {
  const id = useId();
  const isNumber = (column: number) => column >= columns.length - numbers;
  return (
    <Panel aria-labelledby={id} className={classNames("min-w-0 px-4 py-4 md:px-5", className)}>
      <h2 id={id} className="text-17 tracking-17">
        {title}
      </h2>
      {rows.length === 0 ? (
        <p className="mt-2 text-ink-2">{empty}</p>
      ) : (
        <table className="mt-2 w-full text-13" aria-labelledby={id}>
          <thead>
            <tr className="border-b border-line text-left text-ink-3">
              {columns.map((column, i) => (
                <th
                  key={column}
                  scope="col"
                  className={classNames("py-2 font-normal", isNumber(i) ? "pl-4 text-right whitespace-nowrap" : "pr-2")}
                >
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, cells }) => (
              <tr key={key} className="border-b border-line last:border-0">
                {cells.map((cell, i) => (
                  <td
                    key={columns[i]}
                    className={classNames(
                      "py-2 align-top",
                      isNumber(i) ? "pl-4 text-right whitespace-nowrap tabular-nums" : "pr-2 wrap-anywhere",
                    )}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {hint && <p className="mt-2 text-12 text-ink-3">{hint}</p>}
    </Panel>
  );
}
