import type { Language } from "@wayfinder/protocol";
import type { ModelErrorKind } from "./model/model-error.ts";

/** Words for every kind of failed call of the server's model; a status or a name is left out where the kind alone does not tell it. */
const CALL_FAILED_ZH: Readonly<Record<ModelErrorKind, string>> = {
  key_refused: "模型服务拒绝了这台服务器的密钥。管理者可以设置 LLM_API_KEY，你也可以在“设置”里使用自己的密钥。",
  out_of_credit: "这台服务器在模型服务的账户余额不足。管理者充值后可以重试，你也可以在“设置”里使用自己的密钥。",
  model_not_found: "模型服务找不到这个模型。管理者可以检查 LLM_MODEL 和 LLM_BASE_URL，你也可以在“设置”里使用自己的模型。",
  request_refused: "模型服务没有接受这次请求，或者模型的回答远超长度限制。请在“设置”里测试这个模型，或换一个模型。",
  address_not_allowed: "不允许访问这个模型地址：它不在允许的范围内，或者会跳转到别处。管理者可以检查 LLM_BASE_URL。",
  rate_limited: "请求过于频繁，模型服务暂时不再接受。请过几分钟再试。",
  overloaded: "模型服务负载过高或出现故障。请过几分钟再试。",
  timed_out: "模型服务响应超时。请过几分钟再试。",
  cut_off: "模型的回答中途断开了。请重试。",
  unreachable: "连接不上模型服务器，或连接中断。管理者可以检查 LLM_BASE_URL 和网络。",
};

/** The same of a model that a person brought, who alone can mend what is wrong with it. */
const OWN_CALL_FAILED_ZH: Readonly<Partial<Record<ModelErrorKind, string>>> = {
  // also a key that is stored but can no longer be opened
  key_refused: "你的密钥无法使用：模型服务拒绝了它，或者服务器已无法读取它。请在“设置”里更换。",
  out_of_credit: "你在模型服务的账户余额不足。请充值后重试。",
  model_not_found: "模型服务找不到这个模型。请在“设置”里换一个模型。",
  address_not_allowed: "不允许访问这个模型地址，或者它会跳转到别处。请在“设置”里换一个服务商。",
  unreachable: "这台服务器连接不上你选的模型服务，或连接中断。请过几分钟再试，或在“设置”里换一个服务商。",
};

/** A failed call: its kind, and whether it went with a person's own key. */
interface CallFailed {
  readonly kind: ModelErrorKind;
  readonly own_key: boolean;
}

/** What a person reads of a failed call; null where the error's own words, which are English, say it best. */
export function callFailed(language: Language, { kind, own_key }: CallFailed): string | null {
  if (language !== "zh") return null;
  return (own_key ? OWN_CALL_FAILED_ZH[kind] : undefined) ?? CALL_FAILED_ZH[kind];
}

/** No model to ask. */
export const noModel = (language: Language): string =>
  language === "zh"
    ? "还没有配置模型。请在“设置”里填写自己的密钥，或由管理者设置 LLM_MODEL。"
    : "No model is configured. Bring a key in Settings, or have whoever runs the server set LLM_MODEL.";

/** What kept an answer from being used, as far as a person needs to know. */
export type AnswerFault = "refused" | "cut_off" | "unusable";

const FAULT_ZH: Readonly<Record<AnswerFault, string>> = {
  refused: "模型拒绝回答",
  cut_off: "回答太长，被截断了",
  unusable: "回答的内容或格式不符合要求",
};

/** Answers that could not be used; `problem` is what the model was told, in English. */
export const answersUnusable = (
  language: Language,
  { times, fault, problem }: { readonly times: 2 | 3; readonly fault: AnswerFault; readonly problem: string },
): string =>
  language === "zh"
    ? `模型的回答连续${times === 3 ? "三" : "两"}次无法使用。最后一次：${FAULT_ZH[fault]}。`
    : `The model's answers could not be used, ${times === 3 ? "three times" : "twice"} in a row. The last one: ${problem}`;

/** A change of a roadmap that has gone meanwhile. */
export const roadmapGone = (language: Language): string =>
  language === "zh" ? "这份路线图已经不存在了。" : "The roadmap is not there any more.";

/** A change that came to nothing; what the model says of it is quoted, for it may not be so. */
export function noChange(language: Language, said: string): string {
  if (language === "zh") return said === "" ? "模型没有提出任何改动。" : `模型没有提出任何改动。它说：“${said}”`;
  return said === "" ? "The model proposed no change." : `The model proposed no change. It says: “${said}”`;
}

/** A structure that failed the gate; the linter's messages are English, so others read how many there are. */
export const structureUnsound = (language: Language, messages: readonly string[]): string =>
  language === "zh"
    ? `路线图的结构没有通过检查（${messages.length} 处问题）。请重新生成。`
    : `The structure is not sound: ${messages.join(" ")}`;

/** A goal outside the built-in catalogue. */
export const notCovered = (language: Language): string =>
  language === "zh" ? "内置目录还没有涵盖这个目标。" : "The built-in catalogue does not cover this goal.";
