"use client";

import type { ModelSettings } from "@wayfinder/protocol";
import { useState } from "react";
import { draftOf, type ModelDraft, type ModelField } from "./model-draft.ts";

/** The form of the model as it is typed, and what is missing in it. When the server's settings change it begins anew from them. */
export function useModelDraft(settings: ModelSettings) {
  const kept = stateOf(settings);
  const [begun, setBegun] = useState(kept);
  const [draft, setDraft] = useState(draftOf(settings));
  const [missing, setMissing] = useState<readonly ModelField[]>([]);
  if (begun !== kept) {
    setBegun(kept);
    setDraft(draftOf(settings));
    setMissing([]);
  }
  const change = (part: Partial<ModelDraft>) => {
    setDraft((before) => ({ ...before, ...part }));
    setMissing((before) => before.filter((field) => !(field in part)));
  };
  return { draft, change, missing, setMissing };
}

/** What of the settings the form is filled from. */
const stateOf = ({ source, provider, model, roles, key_hint }: ModelSettings): string =>
  JSON.stringify([source, provider, model, roles, key_hint]);
