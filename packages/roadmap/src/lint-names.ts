import type { Finding } from "@wayfinder/protocol";
import { nameKey } from "./concept-name.ts";
import type { Draft } from "./draft.ts";
import { namesakes } from "./namesakes.ts";
import { quote, say } from "./say.ts";

/** Concepts whose names say the same, exactly or nearly (PR2); each with the first one of its group. */
export function lintNames(draft: Draft): Finding[] {
  const { language } = draft;
  return namesakes(draft).flatMap(([first, ...others]) =>
    others
      .filter((concept) => first !== undefined && concept.name.trim() !== "")
      .map((concept) => {
        const [name, other] = [quote(concept.name), quote(first?.name ?? "")];
        const message =
          nameKey(first?.name ?? "") === nameKey(concept.name)
            ? say(language, `Two concepts are called ${name}.`, `有两个概念都叫${name}。`)
            : say(language, `${other} and ${name} look like one concept.`, `${other}和${name}像是同一个概念。`);
        return { rule: "PR2", message, ids: [first?.concept_id ?? "", concept.concept_id] };
      }),
  );
}
