import type { KeywordEntry } from "./entry.js";

export const ssl: KeywordEntry = {
  name: "SSL",
  kind: "block",
  since: "1.0.0",
  summary:
    "Client certificate, key and trusted CA that all `SSL_GET` checks share. Omit the block unless the servers require a client certificate: keepalived then uses a plain TLS context. Files are opened only when the checker process starts, and one that cannot be loaded terminates that process.",
  repetition: "last-wins-reported",
  processes: ["checker"],
  features: ["lvs"],
  note: "Words after the keyword are ignored.",
  children: [
    {
      name: "password",
      kind: "option",
      since: "1.0.0",
      summary:
        "Passphrase of the private key named in `key`. It is written in clear text, so make the file readable for root only.",
      arguments: [{ name: "password", type: "string", secret: true }],
      missingArgument: "error",
      repetition: "last-wins-reported",
    },
    {
      name: "ca",
      kind: "option",
      since: "1.0.0",
      summary:
        "PEM file with the CA certificates to load for `SSL_GET` checks. It does not make the check strict: keepalived never asks OpenSSL to verify the server's certificate, so expired, self-signed or wrong-name certificates still pass.",
      arguments: [{ name: "ca", type: "path" }],
      missingArgument: "error",
      repetition: "last-wins-reported",
    },
    {
      name: "certificate",
      kind: "option",
      since: "1.0.0",
      summary:
        "PEM file with the client certificate, followed by its chain, that `SSL_GET` checks present to the servers. Needs a matching `key`.",
      arguments: [{ name: "certificate", type: "path" }],
      missingArgument: "error",
      repetition: "last-wins-reported",
    },
    {
      name: "key",
      kind: "option",
      since: "1.0.0",
      summary:
        "PEM file with the private key that belongs to `certificate`. Set `password` as well if the key is encrypted.",
      arguments: [{ name: "key", type: "path" }],
      missingArgument: "error",
      repetition: "last-wins-reported",
    },
  ],
};
