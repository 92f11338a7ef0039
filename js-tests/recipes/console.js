/** The `console` blocks of a README: commands after `$`, and what they print, where `…` stands for anything. */

const BLOCK = /^```console\n([\s\S]*?)^```$/gm;

/** The words of a command, with quotes as in a shell, and `$NAME` from the environment. */
const wordsOf = (command, env) =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) =>
    (quoted ?? plain).replace(/\$(\w+)/g, (_, name) => env[name]),
  );

/** The commands of a README in order: `{ words, expected }`. */
export const commandsIn = (readme, env = {}) =>
  [...readme.matchAll(BLOCK)]
    .flatMap(([, block]) => block.split(/^\$ /m).slice(1))
    .map((part) => {
      const [command, ...lines] = part.split("\n");
      return { command, words: wordsOf(command, env), expected: lines.join("\n").trimEnd() };
    });

/** Whether a text is the expected one. */
export const isPrinted = (text, expected) => {
  const parts = expected.split("…").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\s\\S]+?")}$`).test(text);
};
