import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { ApiError, NetworkError } from "@/core/api/ApiError";
import { ApiService } from "@/core/api/ApiService";

let server: Server | undefined;

async function serviceOn(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<ApiService> {
  server = createServer(answer);
  await new Promise<void>((listening) => server!.listen(0, "127.0.0.1", listening));
  return new ApiService(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
}

const problem = (status: number, body: object) => (_: IncomingMessage, response: ServerResponse) =>
  response.writeHead(status, { "Content-Type": "application/problem+json" }).end(JSON.stringify(body));

afterEach(() => new Promise<void>((closed) => (server ? server.close(() => closed()) : closed())));

describe("ApiService", () => {
  it("reads JSON", async () => {
    const api = await serviceOn((_, response) => response.end('{"status":"ok"}'));
    expect(await api.get("/api/health")).toEqual({ status: "ok" });
  });

  it("marks unsafe requests with the CSRF header, and safe ones not", async () => {
    const seen: (string | undefined)[] = [];
    const api = await serviceOn((request, response) => {
      seen.push(`${request.method} ${String(request.headers["x-imagini-csrf"])}`);
      response.end("{}");
    });
    await api.get("/");
    await api.post("/");
    await api.delete("/");
    expect(seen).toEqual(["GET undefined", "POST 1", "DELETE 1"]);
  });

  it("gives the server's sentence and the sentence for each field", async () => {
    const api = await serviceOn(
      problem(422, { detail: "Not saved.", errors: [{ field: "email", message: "Not an address." }] }),
    );
    const error = await api.post("/").catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status: 422, detail: "Not saved.", fields: { email: "Not an address." } });
  });

  it("tells a server that does not answer from one that refuses", async () => {
    const api = new ApiService("http://127.0.0.1:1");
    await expect(api.get("/")).rejects.toBeInstanceOf(NetworkError);
  });

  it("says that the session is gone on 401, but not when signing in", async () => {
    const api = await serviceOn(problem(401, { detail: "Email or password is not correct." }));
    let signedOut = 0;
    api.onSignedOut = () => (signedOut += 1);
    await expect(api.post("/sign-in", {}, { anonymous: true })).rejects.toThrow("not correct");
    expect(signedOut).toBe(0);
    await expect(api.get("/api/me")).rejects.toBeInstanceOf(ApiError);
    expect(signedOut).toBe(1);
  });

  it("saves on the version it was given and hands on the new one", async () => {
    const api = await serviceOn((request, response) => {
      response.setHeader("ETag", '"2"').end(JSON.stringify({ upon: request.headers["if-match"] }));
    });
    expect(await api.put("/", {}, '"1"')).toEqual({ body: { upon: '"1"' }, etag: '"2"' });
  });

  it("takes an empty answer for what it is", async () => {
    const api = await serviceOn((_, response) => response.writeHead(204).end());
    expect(await api.post("/api/auth/sign-out")).toBeUndefined();
  });

  it("tells each line as it comes, however it is cut", async () => {
    const api = await serviceOn((_, response) => {
      response.write('{"step":"resol');
      setTimeout(() => response.end('ve"}\n{"works":true}\n'), 30);
    });
    const told: object[] = [];
    for await (const line of api.lines("/check")) told.push(line);
    expect(told).toEqual([{ step: "resolve" }, { works: true }]);
  });

  it("throws a refusal that comes between the lines, and one that comes instead of them", async () => {
    const refusal = { type: "urn:imagini:stale", title: "Precondition Failed", status: 412, detail: "Too late." };
    const late = await serviceOn((_, response) => response.end(`{"step":"resolve"}\n${JSON.stringify(refusal)}\n`));
    const steps = late.lines("/check");
    expect((await steps.next()).value).toEqual({ step: "resolve" });
    await expect(steps.next()).rejects.toMatchObject({ status: 412, detail: "Too late.", reason: "stale" });
  });
});
