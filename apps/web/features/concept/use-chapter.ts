"use client";

import { useEffect, useState } from "react";
import type { Heading } from "#web/features/prose/headings.ts";

/** The part of the window, from its top, in which a heading makes its chapter the current one. */
const READING_AREA = "0px 0px -70% 0px";

/** The chapter that is being read. */
export function useChapter(chapters: readonly Heading[]): string | undefined {
  const [current, setCurrent] = useState(chapters[0]?.id);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        const entered = entries.find((entry) => entry.isIntersecting);
        if (entered) setCurrent(entered.target.id);
      },
      { rootMargin: READING_AREA },
    );
    for (const { id } of chapters) {
      const heading = document.getElementById(id);
      if (heading) observer.observe(heading);
    }
    return () => observer.disconnect();
  }, [chapters]);
  return current;
}
