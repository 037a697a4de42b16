import { type Connection, type ConnectionOptions, ErrorCodes, Message, ResponseError } from "vscode-languageserver";

const refusals = {
  "kalint/notInitialized": { code: ErrorCodes.ServerNotInitialized, message: "the first request must be initialize" },
  "kalint/initializedBefore": { code: ErrorCodes.InvalidRequest, message: "initialize must be sent once" },
  "kalint/afterShutdown": { code: ErrorCodes.InvalidRequest, message: "no request may follow shutdown" },
} as const;

/** The order in which a client has to speak (LSP, "Server lifecycle"): what comes too early or too late is refused, not answered. */
export function lifecycle(): ConnectionOptions {
  let state: "before" | "serving" | "after" = "before";
  return {
    messageStrategy: {
      handleMessage(message, next) {
        if (Message.isRequest(message)) {
          const method = refusalOf(message.method);
          return next(method === undefined ? message : ({ ...message, method } as typeof message));
        }
        if (Message.isNotification(message) && state !== "serving" && message.method !== "exit") return undefined;
        return next(message);
      },
    },
  };

  function refusalOf(method: string): keyof typeof refusals | undefined {
    if (state === "after") return "kalint/afterShutdown";
    if (state === "before" && method !== "initialize") return "kalint/notInitialized";
    if (state === "serving" && method === "initialize") return "kalint/initializedBefore";
    state = method === "shutdown" ? "after" : "serving";
    return undefined;
  }
}

/** Answers what `lifecycle` has refused. */
export function refuse(connection: Connection): void {
  for (const [method, { code, message }] of Object.entries(refusals)) {
    connection.onRequest(method, () => new ResponseError(code, message));
  }
}
