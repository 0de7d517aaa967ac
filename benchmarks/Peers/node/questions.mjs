import { createInterface } from "node:readline";
import { randomBytes } from "node:crypto";

export const event = randomBytes(64);

/** Tells the generator the port, and answers what it asks: "collect" and "stats". Node counts neither allocations nor what it has compiled. */
export function answer(server) {
  server.listen(0, "127.0.0.1", () => console.log(`READY ${server.address().port} -`));
  const lines = createInterface({ input: process.stdin });
  lines.on("line", (question) => {
    if (question === "collect") {
      globalThis.gc?.();
    }

    console.log(`STATS 0 0`);
  });
  lines.on("close", () => process.exit(0));
}
