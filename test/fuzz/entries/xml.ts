import { SaxesParser } from "saxes";

/** Throws where a text is no well-formed XML. */
export function checkXml(text: string): void {
  const parser = new SaxesParser();
  parser.on("error", (error) => {
    throw error;
  });
  parser.write(text).close();
}
