import { join } from "node:path";
import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./i18n/request.ts");

const config: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  transpilePackages: ["@wayfinder/protocol", "@wayfinder/roadmap", "@wayfinder/client", "@wayfinder/react"],
  turbopack: { root: join(import.meta.dirname, "../..") },
  // Types are checked by `npm run check`; a first start should not wait for them again.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
};

export default withMessages(config);
