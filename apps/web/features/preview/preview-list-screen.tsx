"use client";

import type { PreviewList } from "@wayfinder/protocol";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { LoadFailure } from "#web/features/states/load-failure.tsx";
import { Loading } from "#web/ui/loading.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { StateIcon } from "#web/ui/state-icon.tsx";
import { FindingList } from "./finding-list.tsx";
import { previewPath } from "./paths.ts";
import { useChanges, usePreviewList } from "./use-preview.ts";
import { WatchState } from "./watch-state.tsx";

/** All concept files, those with faults first. */
export function PreviewListScreen() {
  const t = useTranslations("preview");
  const watch = useChanges();
  const { list, error, retry } = usePreviewList();
  return (
    <div className="max-w-[760px] pt-6 pb-16 md:pt-9">
      <h1 className="text-28 leading-[34px] md:text-34 md:leading-10">{t("title")}</h1>
      <p className="mt-3 mb-4 text-ink-2">{t("lead")}</p>
      <WatchState watch={watch} />
      <div className="mt-6">
        {list ? <Files list={list} /> : error ? <LoadFailure error={error} onRetry={retry} /> : <FilesSkeleton />}
      </div>
    </div>
  );
}

function Files({ list }: { list: PreviewList }) {
  const t = useTranslations("preview");
  const files = list.files.toSorted((a, b) => Number(b.findings > 0) - Number(a.findings > 0));
  return (
    <>
      {list.elsewhere.length > 0 && (
        <section aria-labelledby="elsewhere" className="mb-8">
          <h2 id="elsewhere" className="mb-2 text-17 tracking-17">
            {t("elsewhere")}
          </h2>
          <FindingList findings={list.elsewhere} withPath />
        </section>
      )}
      <ul className="border-t border-line">
        {files.map((file) => (
          <li key={file.concept_id} className="border-b border-line">
            <Link
              href={previewPath(file.concept_id)}
              className="group grid min-h-14 grid-cols-[18px_minmax(0,1fr)_auto] items-center gap-3 py-2 no-underline"
            >
              <StateIcon state={file.findings > 0 ? "failed" : "done"} className={file.findings > 0 ? "text-bad" : "text-done"} />
              <span className="min-w-0">
                <b className="font-[550] break-words group-hover:underline">
                  <InlineCode>{file.title}</InlineCode>
                </b>
                <span className="block text-13 break-words text-ink-3">
                  <span className="font-mono">{file.concept_id}.md</span>
                  {file.domain && ` · ${file.domain}`}
                </span>
              </span>
              <span className="text-13 text-ink-3 tabular-nums">{t("findings", { count: file.findings })}</span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function FilesSkeleton() {
  const t = useTranslations("preview");
  return (
    <Loading label={t("loading")} className="border-t border-line">
      {["w-1/2", "w-2/3", "w-2/5", "w-3/5", "w-1/2", "w-2/5"].map((width, nth) => (
        <div key={nth} className="flex h-14 items-center border-b border-line">
          <Skeleton className={width} />
        </div>
      ))}
    </Loading>
  );
}
