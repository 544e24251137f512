import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { SampleRoute } from "#web/features/landing/sample-route.tsx";
import { TopicLead } from "#web/features/landing/topic-lead.tsx";
import { TopicList } from "#web/features/landing/topic-list.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { LinkButton } from "#web/ui/link-button.tsx";

/** A line of Chinese may break anywhere; a clause of the title should not. */
const CLAUSE = "[&:lang(zh)]:inline-block";

export default function LandingPage() {
  const t = useTranslations("landing");
  return (
    <main id="main" tabIndex={-1} className="wrap pt-10 pb-16 md:pt-16 md:pb-24">
      <div className="grid items-center gap-12 lg:grid-cols-[minmax(0,1fr)_520px] lg:gap-16">
        <div>
          <h1 className="max-w-[18ch] text-34 md:text-42 md:tracking-42 [&:lang(zh)]:max-w-none">
            <span className={CLAUSE}>{t("title.say")}</span> <span className={CLAUSE}>{t("title.get")}</span>
          </h1>
          <p className="mt-5 max-w-[52ch] text-17 leading-7 text-pretty text-ink-2">{t("lead")}</p>
          <div className="mt-8 flex flex-wrap gap-2">
            <LinkButton look="primary" href="/app/new" className="min-h-12 px-5">
              {t("start")}
              <Icon of={ArrowRight} size={16} />
            </LinkButton>
            <LinkButton look="ghost" href="/app/roadmaps" className="min-h-12">
              {t("yours")}
            </LinkButton>
          </div>
          <p className="mt-4 text-13 text-ink-3">{t("note")}</p>
        </div>
        <SampleRoute />
      </div>
      <div className="mt-16 grid gap-x-8 gap-y-8 md:mt-24 md:grid-cols-3">
        {(["live", "time", "learn"] as const).map((point) => (
          <section key={point} className="border-t border-line pt-5">
            <h2 className="text-17 tracking-17">{t(`points.${point}.title`)}</h2>
            <p className="mt-2 text-pretty text-ink-2">{t(`points.${point}.text`)}</p>
          </section>
        ))}
      </div>
      <section aria-labelledby="topics" className="mt-16 md:mt-24">
        <h2 id="topics" className="text-24">
          {t("topics.title")}
        </h2>
        <TopicLead />
        <TopicList />
        <LinkButton href="/app/explore" className="mt-8">
          {t("topics.explore")}
          <Icon of={ArrowRight} size={16} />
        </LinkButton>
      </section>
    </main>
  );
}
