"use client";

import ButtonBase from "@mui/material/ButtonBase";
import Tooltip from "@mui/material/Tooltip";
import Link from "next/link";
import type { ReactNode } from "react";

interface Props {
  readonly href: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly current: boolean;
  readonly folded: boolean;
  /** Whether the page is worth loading before anybody asks for it. */
  readonly prefetch?: boolean;
}

/** A line of the sidebar; only its icon where the sidebar is folded. */
export function SidebarItem({ href, label, icon, current, folded, prefetch = true }: Props) {
  return (
    <Tooltip title={folded ? label : ""} placement="right">
      <ButtonBase
        component={Link}
        href={href}
        prefetch={prefetch ? null : false}
        aria-current={current ? "page" : undefined}
        aria-label={label}
        sx={{
          width: "100%",
          height: 36,
          px: 1.25,
          gap: 1.25,
          justifyContent: "flex-start",
          borderRadius: 0.75,
          fontSize: 13,
          fontWeight: 500,
          color: current ? "text.primary" : "text.secondary",
          bgcolor: current ? "raised" : "transparent",
          "&:hover": { color: "text.primary", bgcolor: "raised" },
        }}
      >
        {icon}
        {!folded && label}
      </ButtonBase>
    </Tooltip>
  );
}
