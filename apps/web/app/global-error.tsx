"use client";

import { buttonLook } from "#web/ui/button-look.ts";
import "#web/styles/main.css";

/** Shown when the frame of the page itself fails, so neither texts nor language can be known: both languages, in short. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="wrap py-12">
          <h1 className="text-20">Wayfinder stopped working on this page</h1>
          <p className="mt-1.5 text-ink-2">Your roadmaps are safe on the server.</p>
          <p lang="zh-CN" className="mt-1.5 text-ink-2">
            页面出错了，你的路线图都在服务器上。
          </p>
          <button type="button" onClick={reset} className={buttonLook("primary", "mt-5")}>
            <span>
              Try again · <span lang="zh-CN">再试一次</span>
            </span>
          </button>
        </main>
      </body>
    </html>
  );
}
