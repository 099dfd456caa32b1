import { flag, text, word } from "sdksmith/target";

/** Each line is an option: how it is checked and described, and what it means. */
export const fields = {
  server: text("server", "Where requests go. Default: the first server of the document."),
  docs: flag("docs", "What the document says about an operation stands above its request.", true),
  extension: word("extension", "How the files are called; editors know both.", ["http", "rest"]),
};
