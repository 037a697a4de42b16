/** HTTP answers that a health check may expect, the most usual first (RFC 9110, section 15). */
export const statusCodes: readonly { readonly value: string; readonly summary: string }[] = [
  { value: "200", summary: "OK" },
  { value: "204", summary: "No Content" },
  { value: "301", summary: "Moved Permanently" },
  { value: "302", summary: "Found" },
  { value: "307", summary: "Temporary Redirect" },
  { value: "308", summary: "Permanent Redirect" },
  { value: "401", summary: "Unauthorized" },
  { value: "403", summary: "Forbidden" },
  { value: "404", summary: "Not Found" },
  { value: "200-299", summary: "every success" },
  { value: "200-399", summary: "every success and redirect" },
];
