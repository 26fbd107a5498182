import { Suspense, type ReactNode } from "react";
import { ReadingProvider } from "@/components/reading/ReadingProvider";
import { ReadingWorkspace } from "@/components/reading/ReadingWorkspace";

/** The pages give the header; the panes below it, and with them the open viewer, outlive the change of page. */
export default function ReadingLayout({ children }: { children: ReactNode }) {
  return (
    <Suspense>
      <ReadingProvider>
        {children}
        <ReadingWorkspace />
      </ReadingProvider>
    </Suspense>
  );
}
