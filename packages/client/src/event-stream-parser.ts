/** Takes the text of an event stream as it comes, and answers the `data` of each event that it completes. */
export type EventStreamParser = (text: string) => string[];

/**
 * A parser of `text/event-stream` for one connection.
 *
 * Of an event only `data` is read: the messages carry their own numbers, and the place in the log is the machine's to know.
 */
export function eventStreamParser(): EventStreamParser {
  let rest = "";
  let data: string[] = [];
  /** A line feed that comes next belongs to the carriage return before it. */
  let returned = false;

  const takeLine = (line: string): string | null => {
    if (line === "") {
      const event = data.length > 0 ? data.join("\n") : null;
      data = [];
      return event;
    }
    if (line === "data") data.push("");
    else if (line.startsWith("data:")) data.push(line.slice(line[5] === " " ? 6 : 5));
    return null;
  };

  return (text) => {
    if (text === "") return [];
    const fresh = returned && text.startsWith("\n") ? text.slice(1) : text;
    returned = text.endsWith("\r");
    const lines = (rest + fresh).split(/\r\n|\n|\r/);
    rest = lines.pop() ?? "";
    return lines.map(takeLine).filter((event) => event !== null);
  };
}
