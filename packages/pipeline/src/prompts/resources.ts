import { z } from "zod";
import { AnyLine, Line } from "../answer/answer-text.ts";
import { contentData, type ContentData } from "./concept-data.ts";
import { promptFamily } from "./prompt-family.ts";
import { answerIn, type ObjectPrompt } from "./prompt.ts";

export const ResourcesAnswer = z.object({
  resources: z.array(
    z.object({
      title: Line.describe("As the publisher calls it."),
      publisher: AnyLine.optional(),
      kind: z.string().optional().describe("docs, standard, book, course or article."),
      language: z.string().optional().describe("en or zh: the language the resource is written in."),
      find: AnyLine.optional().describe("The words somebody would type into a search engine to find exactly this."),
      url: z.string().optional().describe("Only if you are certain of it; it is fetched and checked before anybody sees it."),
    }),
  ),
});
export type ResourcesAnswer = z.infer<typeof ResourcesAnswer>;

export const resourcesPrompt = promptFamily<ObjectPrompt<ContentData, ResourcesAnswer>>({
  id: "resources",
  version: "1.0.0",
  role: "researcher",
  name: "resources",
  answer: ResourcesAnswer,
  aliases: {
    resources: ["items", "links", "materials"],
    title: ["name"],
    publisher: ["author", "source", "site"],
    kind: ["type"],
    find: ["query", "search"],
    url: ["link", "href"],
  },
  max_output_tokens: 2_000,
  system: [
    "You know where things are explained best: official documentation, standards, classic books, open courses.",
    "Name 3 to 6 resources for the concept, the best first. Prefer what is free, stable and made by those who know. Never invent a title.",
    "Answer with one JSON object.",
  ].join("\n"),
  render: (data) =>
    `${contentData(data)}\n\nName the resources. ${answerIn(data.goal.language)} Titles stay in their own language.`,
  requirements: ["every title exists", "official sources come first"],
});
