import { describe, expect, it } from "vitest";
import { changed, filteredBy, lastPage, pageOf, readTable, sortedBy, writeTable } from "@/core/table/TableState";

const defaults = { sort: "last_name", filters: ["role", "organization"] };
const read = (query: string) => readTable(new URLSearchParams(query), defaults);
const write = (query: string, state = read(query)) => `${writeTable(state, defaults, new URLSearchParams(query))}`;

describe("the table that an address asks for", () => {
  it("begins with ten rows in the table's own order", () => {
    expect(read("")).toEqual({ page: 0, rows: 10, sort: "last_name", descending: false, search: "", filters: {} });
  });

  it("counts pages from one, as people do", () => {
    expect(read("page=2&rows=25")).toMatchObject({ page: 1, rows: 25 });
  });

  it.each(["page=0", "page=-3", "page=x", "rows=7", "rows=1000000", "page=1e400"])(
    "ignores the nonsense %s",
    (query) => {
      expect(read(query)).toMatchObject({ page: 0, rows: 10 });
    },
  );

  it("knows its own filters only", () => {
    expect(read("role=member&colour=red").filters).toEqual({ role: "member" });
  });

  it.each(["", "page=2&rows=25&sort=email&descending=true&search=a+b&role=member", "tab=invitations&page=3"])(
    "is written as it was read: %s",
    (query) => {
      expect(new URLSearchParams(write(query))).toEqual(new URLSearchParams(query));
    },
  );

  it("says nothing of what is as at the beginning", () => {
    expect(write("page=1&rows=10&sort=last_name&descending=false&search=")).toBe("");
  });

  it("says that an order which is newest first is turned", () => {
    const newest = { sort: "invited_at", descending: true };
    const turned = { ...readTable(new URLSearchParams(), newest), descending: false };
    const query = writeTable(turned, newest, new URLSearchParams());
    expect(readTable(query, newest).descending).toBe(false);
  });
});

describe("a change of the table", () => {
  const third = read("page=3&search=ana");

  it("leads back to the first page, unless it is the page", () => {
    expect(changed(third, { rows: 25 }).page).toBe(0);
    expect(changed(third, { page: 3 })).toMatchObject({ page: 3, search: "ana" });
  });

  it("sorts by a column up first, then down, then up", () => {
    const up = sortedBy(third, "email");
    const down = sortedBy(up, "email");
    expect([up, down, sortedBy(down, "email")].map(({ sort, descending }) => [sort, descending])).toEqual([
      ["email", false],
      ["email", true],
      ["email", false],
    ]);
  });

  it("sets and clears one filter and leaves the others", () => {
    const both = filteredBy(filteredBy(third, "role", "member"), "organization", "orthanc_demo");
    expect(both).toMatchObject({ page: 0, filters: { role: "member", organization: "orthanc_demo" } });
    expect(filteredBy(both, "role", "").filters).toEqual({ organization: "orthanc_demo" });
  });
});

describe("what the server is asked for", () => {
  it("is an offset and a limit", () => {
    expect(pageOf("/api/users", read("page=2&rows=25&role=member&search=a%26b"))).toBe(
      "/api/users?role=member&search=a%26b&sort=last_name&descending=false&offset=25&limit=25",
    );
  });

  it("ends with the page that the last row is on", () => {
    expect([0, 1, 10, 11, 20, 21].map((total) => lastPage(total, 10))).toEqual([0, 0, 0, 1, 1, 2]);
  });
});
