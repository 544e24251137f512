"use client";

import { Check, TriangleAlert } from "lucide-react";
import { useId, type CSSProperties, type ReactNode, type Ref } from "react";
import { InlineCode } from "#web/features/prose/inline-code.tsx";
import { Icon } from "#web/ui/icon.tsx";
import type { MapModule, MapStage, SpineConcept } from "./trail-map.ts";
import "./spine.css";

/** What a feature draws into the spine. */
export interface SpineParts<C extends SpineConcept> {
  /** A concept's row. */
  readonly row: (concept: C) => ReactNode;
  /** The line below a stage's description. */
  readonly stageMeta: (stage: MapStage<C>) => ReactNode;
  /** Whether something of a stage is missing, so that it is not wholly behind you. */
  readonly isLacking?: (stage: MapStage<C>) => boolean;
  /** What stands at the right of a module's name. */
  readonly moduleNote?: (module: MapModule<C>) => ReactNode;
  /** Class and order of arrival of a module that rises in. */
  readonly arrival?: (module_id: string) => { className: string; nth: number };
  /** What follows the last row of a module. */
  readonly moduleEnd?: (module: MapModule<C>) => ReactNode;
}

interface SpineProps<C extends SpineConcept> {
  stages: readonly MapStage<C>[];
  parts: SpineParts<C>;
  /** Whether anything of the trail is walked. */
  begun: boolean;
  /** The tag of the names' language. */
  lang: string;
  ref?: Ref<HTMLDivElement>;
  children?: ReactNode;
}

/** The map: stages on one line, their modules left and right of it. */
export function Spine<C extends SpineConcept>({ stages, parts, begun, lang, ref, children }: SpineProps<C>) {
  return (
    <div ref={ref} className="spine" data-begun={begun}>
      {stages.map((stage) => (
        <Stage key={stage.stage_id} stage={stage} parts={parts} lang={lang} />
      ))}
      {children}
    </div>
  );
}

interface StageProps<C extends SpineConcept> {
  stage: MapStage<C>;
  parts: SpineParts<C>;
  lang: string;
}

function Stage<C extends SpineConcept>({ stage, parts, lang }: StageProps<C>) {
  const id = useId();
  const isLacking = parts.isLacking?.(stage) === true;
  return (
    <section aria-labelledby={id} className="spine-stage" data-place={stage.place} data-stage={stage.stage_id}>
      <header className="spine-header">
        <h2 id={id} lang={lang} className="text-17 tracking-20 break-words md:text-right md:text-20">
          {stage.name}
        </h2>
        <span className="spine-knot -order-1 md:order-none" data-lacking={isLacking} aria-hidden>
          {isLacking ? (
            <Icon of={TriangleAlert} size={16} />
          ) : stage.place === "walked" ? (
            <Icon of={Check} size={16} />
          ) : (
            stage.number
          )}
        </span>
        <div className="col-start-2 text-13 text-ink-3 md:col-start-3">
          <p lang={lang} className="font-medium text-ink-2">
            <InlineCode>{stage.description}</InlineCode>
          </p>
          {parts.stageMeta(stage)}
        </div>
      </header>
      <ol className="spine-modules">
        {stage.modules.map((module) => (
          <Module key={module.module_id} module={module} parts={parts} lang={lang} />
        ))}
      </ol>
    </section>
  );
}

interface ModuleProps<C extends SpineConcept> {
  module: MapModule<C>;
  parts: SpineParts<C>;
  lang: string;
}

function Module<C extends SpineConcept>({ module, parts, lang }: ModuleProps<C>) {
  const id = useId();
  const arrival = parts.arrival?.(module.module_id);
  return (
    <li
      className={`spine-module ${arrival?.className ?? ""}`}
      style={arrival && ({ "--n": arrival.nth } as CSSProperties)}
      data-place={module.place}
      data-solid={module.solid}
    >
      <span className="spine-stub" />
      <article aria-labelledby={id} className="rounded-card border border-line bg-surface px-1 pb-1" data-card>
        <header
          className="spine-walk flex min-h-11 items-baseline gap-2.5 px-3 pt-[11px] pb-[9px]"
          data-place={module.rows[0]?.place === "ahead" ? "ahead" : "walked"}
        >
          <span className="flex-none font-mono text-13 leading-6 font-medium text-ink-3">{module.number}</span>
          <h3 id={id} lang={lang} className="min-w-0 text-15 font-semibold tracking-15 break-words">
            {module.name}
          </h3>
          <span className="ml-auto flex-none text-13 text-ink-3 tabular-nums">{parts.moduleNote?.(module)}</span>
        </header>
        <ol>
          {module.rows.map(({ concept, place }) => (
            <li key={concept.concept_id} className="spine-walk" data-place={place} data-concept={concept.concept_id}>
              {place === "here" && <span className="spine-here" />}
              {parts.row(concept)}
            </li>
          ))}
        </ol>
        {parts.moduleEnd?.(module)}
      </article>
    </li>
  );
}
