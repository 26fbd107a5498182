// An OpenID provider in the manner of Microsoft Entra ID: one authority, several tenants, everybody waved through.
// node entra.mjs PORT SERVER.pem NEXT.json; what NEXT.json says is read anew for each token.
import { readFileSync } from "node:fs";

import { OAuth2Server } from "oauth2-mock-server";

const [port, pem, next] = process.argv.slice(2);
const wanted = () => JSON.parse(readFileSync(next, "utf8"));
const at = (path) => `/organizations/v2.0${path}`;
const endpoints = {
  wellKnownDocument: at("/.well-known/openid-configuration"),
  authorize: at("/authorize"),
  token: at("/token"),
  jwks: at("/jwks"),
};
const server = new OAuth2Server(pem, pem, { endpoints });
await server.issuer.keys.generate("RS256");

server.service.on("beforeWellKnownOpenIdConfiguration", (answer) => {
  answer.body.issuer = `https://localhost:${port}/{tenantid}/v2.0`;
});
server.service.on("beforeTokenSigning", (token, request) => {
  const { claims } = wanted();
  const iss = `https://localhost:${port}/${claims.tid}/v2.0`;
  Object.assign(token.payload, { aud: request.body.client_id ?? token.payload.aud, iss }, claims);
  for (const [name, value] of Object.entries(claims)) if (value === null) delete token.payload[name];
});
server.service.on("beforeResponse", (answer) => {
  const { id_token, status } = wanted();
  if (id_token === "access") answer.body.id_token = answer.body.access_token;
  else if (id_token) answer.body.id_token = id_token;
  if (status) Object.assign(answer, { statusCode: status, body: { error: "temporarily_unavailable" } });
});
server.service.on("beforeAuthorizeRedirect", (redirect) => {
  if (wanted().declined) {
    redirect.url.searchParams.delete("code");
    redirect.url.searchParams.set("error", "access_denied");
  }
});
await server.start(Number(port), "localhost");
