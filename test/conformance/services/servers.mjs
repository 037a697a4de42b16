// The real servers: told on standard input, a line each, `up ADDRESS`, `down ADDRESS`; answers each with `ok`.
// A server that is up takes connections on port 80 and answers HTTP with 200; one that is down refuses them.
import { createServer } from "node:http";
import { createInterface } from "node:readline";

const open = new Map();

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, address] = line.split(" ");
  if (verb === "up" && !open.has(address)) {
    const server = createServer((_, response) => response.end("well\n"));
    await new Promise((resolve, reject) => server.once("error", reject).listen(80, address, resolve));
    open.set(address, server);
  } else if (verb === "down" && open.has(address)) {
    const server = open.get(address);
    open.delete(address);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  console.log("ok");
}
