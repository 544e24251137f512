"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { createDiagramDrawer, type DiagramColours } from "./diagram-drawer.ts";

const FOREVER = Number.POSITIVE_INFINITY;

/** The picture of a drawing in the colours of the present theme: its address, null when it cannot be drawn, undefined until it is known. */
export function useDiagram(code: string): string | null | undefined {
  const queries = useQueryClient();
  const theme = useSyncExternalStore(watchTheme, currentTheme, () => null);
  const { data, isError } = useQuery({
    queryKey: ["diagram", theme, code],
    queryFn: async () => {
      const nonce = document.querySelector<HTMLElement>("script[nonce]")?.nonce ?? "";
      const options = { queryKey: ["diagrams"], queryFn: () => createDiagramDrawer(nonce), staleTime: FOREVER, gcTime: FOREVER };
      const draw = await queries.ensureQueryData(options);
      return draw(code, themeColours());
    },
    enabled: theme !== null,
    // What cannot be drawn once cannot be drawn again.
    retry: false,
    staleTime: FOREVER,
    networkMode: "always",
  });
  return isError ? null : data;
}

const DARK = "(prefers-color-scheme: dark)";

const currentTheme = (): "light" | "dark" => {
  const chosen = document.documentElement.dataset["theme"];
  if (chosen === "light" || chosen === "dark") return chosen;
  return matchMedia(DARK).matches ? "dark" : "light";
};

function watchTheme(changed: () => void): () => void {
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ["data-theme"] });
  const system = matchMedia(DARK);
  system.addEventListener("change", changed);
  return () => {
    watcher.disconnect();
    system.removeEventListener("change", changed);
  };
}

/** The page's colours as plain numbers: an image has no tokens, and Mermaid reads no oklch. */
function themeColours(): DiagramColours {
  const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
  const probe = document.createElement("span");
  document.body.append(probe);
  const hex = (token: string): string => {
    probe.style.color = `var(--${token})`;
    if (!canvas) return "#808080";
    canvas.fillStyle = getComputedStyle(probe).color;
    canvas.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = canvas.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
  };
  const colours = { ink: hex("ink"), line: hex("edge"), box: hex("surface"), ground: hex("sunken"), accent: hex("accent") };
  probe.remove();
  return colours;
}
