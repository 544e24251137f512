"use client";

import { KeyRound } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "#web/ui/button.tsx";
import { FieldError } from "#web/ui/field-error.tsx";
import { FieldLabel } from "#web/ui/field-label.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { TextInput } from "#web/ui/text-input.tsx";
import { keepOperatorToken } from "./operator-token.ts";

const FIELD = "operator-token";
const ERROR = "operator-token-error";

/** Asks for the operator's token. `refused`: the one that was given is wrong. */
export function TokenForm({ refused = false }: { refused?: boolean }) {
  const t = useTranslations("operations.token");
  const [typed, setTyped] = useState("");
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (typed.trim() !== "") keepOperatorToken(typed.trim());
  };
  return (
    <Panel className="mt-8 px-5 py-8 md:px-10 md:py-12" aria-labelledby="token-title">
      <form onSubmit={send} className="max-w-[520px]">
        <Icon of={KeyRound} size={24} className="mb-3.5 text-ink-3" />
        <h2 id="token-title" className="text-20 tracking-20">
          {t("title")}
        </h2>
        <p className="mt-1.5 mb-5 text-ink-2">{t("text")}</p>
        <FieldLabel htmlFor={FIELD}>{t("label")}</FieldLabel>
        <div className="flex flex-wrap gap-2">
          <TextInput
            id={FIELD}
            type="password"
            autoFocus={refused}
            autoComplete="current-password"
            spellCheck={false}
            value={typed}
            aria-invalid={refused}
            aria-describedby={refused ? ERROR : undefined}
            onChange={(event) => setTyped(event.target.value)}
            className="min-w-0 flex-1 basis-56"
          />
          <Button look="primary" type="submit">
            {t("send")}
          </Button>
        </div>
        <div role="alert">{refused && <FieldError id={ERROR}>{t("wrong")}</FieldError>}</div>
      </form>
    </Panel>
  );
}
