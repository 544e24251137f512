import { useTranslations } from "next-intl";
import { SampleModule } from "./sample-module.tsx";

/** A piece of a roadmap beside its spine: what a person gets. */
export function SampleRoute() {
  const t = useTranslations("landing.sample");
  return (
    <div role="img" aria-label={t("label")} className="relative pl-12">
      <span className="absolute top-0 left-[13px] h-[199px] trail-walked-y" />
      <span className="absolute top-[199px] bottom-0 left-[12.5px] trail-ahead-y" />
      <div className="relative">
        <Stub className="top-[22px]" />
        <span className="absolute top-[17px] -left-[39px] size-2.5 rounded-full bg-done-line" />
        <span className="absolute top-[198px] -left-[34px] h-0.5 w-[38px] bg-accent" />
        <span className="absolute top-[190px] -left-[43px] size-[18px] rounded-full bg-accent [box-shadow:0_0_0_4px_var(--paper)]" />
        <span className="absolute top-[196px] -left-[37px] size-1.5 rounded-full bg-on-accent" />
        <SampleModule
          number="3.1"
          name={t("module")}
          count={t("count")}
          rows={[
            { name: t("rows.first"), state: "done", word: t("done") },
            { name: t("rows.second"), state: "done", word: t("done") },
            { name: t("rows.third"), state: "done", word: t("done") },
            { name: t("rows.fourth"), state: "next", word: t("next") },
          ]}
        />
      </div>
      <div className="relative mt-4">
        <Stub className="top-[22px]" />
        <span className="absolute top-[17px] -left-[39px] size-2.5 rounded-full border-2 border-edge bg-paper" />
        <SampleModule
          number="3.2"
          name={t("module_after")}
          count={t("count_after")}
          rows={[
            { name: t("rows_after.first"), state: "ready", word: t("ready") },
            { name: t("rows_after.second"), state: "locked", word: t("locked") },
          ]}
        />
      </div>
    </div>
  );
}

function Stub({ className }: { className: string }) {
  return <span className={`absolute -left-[34px] h-px w-[34px] bg-line ${className}`} />;
}
