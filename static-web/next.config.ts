import type { NextConfig } from "next";
import { PHASE_DEVELOPMENT_SERVER } from "next/constants";

/** `npm run dev` borrows the API and the viewer of a running `./imagini up`. */
const host = process.env.IMAGINI_HOST ?? "http://localhost:8000";

const shared: NextConfig = {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
};

export default function config(phase: string): NextConfig {
  if (phase !== PHASE_DEVELOPMENT_SERVER) return { ...shared, output: "export" };
  return {
    ...shared,
    rewrites: async () => [
      { source: "/api/:path*", destination: `${host}/api/:path*` },
      { source: "/viewer/:path*", destination: `${host}/viewer/:path*` },
    ],
  };
}
