let asked = false;

/** The reader pays for every megabyte, or waits for each: then nothing is fetched that was not asked for. */
export function isFrugal(connection?: { saveData?: boolean; effectiveType?: string }): boolean {
  return Boolean(connection?.saveData) || /2g$/.test(connection?.effectiveType ?? "");
}

/** Fetches the viewer's programs while the reader chooses a study: the first image comes seconds earlier. Programs only: a
 * prefetched study would stand in the audit as seen. */
export function prefetchViewer(): void {
  const { connection } = navigator as Navigator & { connection?: Parameters<typeof isFrugal>[0] };
  if (asked || isFrugal(connection)) return;
  asked = true;
  if ("requestIdleCallback" in window) requestIdleCallback(() => void prefetch(), { timeout: 5000 });
  else setTimeout(() => void prefetch(), 1000); // Safari
}

async function prefetch(): Promise<void> {
  try {
    const page = await (await fetch("/viewer/index.html")).text();
    addressesIn(page).forEach((href) =>
      document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href })),
    );
  } catch {
    // Only a head start: the frame asks again for whatever is missing.
  }
}

/** What the viewer's page will ask for, of the kind that never changes under its address. */
export function addressesIn(page: string): string[] {
  return [...page.matchAll(/(?:src|href)="(\/viewer\/static\/[^"]+)"/g)].map(([, address]) => address ?? "");
}
