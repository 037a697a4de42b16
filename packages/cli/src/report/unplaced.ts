/** A message without the lines that it names (`line 7`, `lb1/keepalived.conf:7`): the same when lines have moved. */
export function unplaced(message: string): string {
  return message.replace(/\bline \d+/g, "line").replace(/([/.][\w.-]+):\d+\b/g, "$1");
}
