"use client";

import { homeOf } from "@/components/shell/Menus";
import { ApiError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";
import { paths } from "@/core/api/Paths";
import type { Me, Offer } from "@/core/api/Types";

/** What a new account needs; nothing for who is signed in. */
export interface NewAccount {
  readonly first_name: string;
  readonly last_name: string;
  readonly password: string;
  readonly language: string;
}

export interface JoinProps {
  readonly token: string;
  readonly offer: Offer;
  /** Things are no more as the offer says: ask again. */
  readonly onStale: () => void;
  /** The link opens nothing any more. */
  readonly onRefused: (error: unknown) => void;
}

/** Accepts an invitation, and goes to work in the organization. */
export function useJoin({ token, offer, onStale, onRefused }: JoinProps) {
  const api = ApiService.instance;

  /** Whether they have joined; what is left to say to the reader is thrown. */
  const accept = async (account?: NewAccount): Promise<boolean> => {
    try {
      await api.post(paths.acceptance(token), account ?? {}, { anonymous: true });
      return true;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (["account-exists", "invitation-of-other"].includes(error.reason)) onStale();
      else if ([404, 410].includes(error.status)) onRefused(error);
      else throw error;
      return false;
    }
  };

  const enter = async () => goHome(await api.set<Me>(paths.myOrganization, { id: offer.organization_id }));

  const join = async () => {
    if (await accept()) await enter();
  };

  const joinAnew = async (account: NewAccount) => {
    if (!(await accept(account))) return;
    const credentials = { email: offer.email, password: account.password };
    goHome(await api.post<Me>(paths.signIn, credentials, { anonymous: true }));
  };

  return { join, joinAnew, enter };
}

function goHome(me: Me): void {
  window.location.assign(homeOf(me));
}
