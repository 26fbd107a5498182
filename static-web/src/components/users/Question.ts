import type { Member } from "@/components/users/Roles";
import type { User } from "@/core/api/Types";

/** What somebody is asked before it is done. */
export type Question =
  | { readonly about: "role" | "removal"; readonly member: Member }
  | { readonly about: "appointment"; readonly user: User };
