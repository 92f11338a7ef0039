/** German labels of options, by their value. Names of products and models stay as they are. */

const table = {
  widget: "Widget: spricht mit Besuchern einer Webseite",
  inbound: "Eingehend: nimmt Anrufe auf seiner Telefonnummer an",
  outbound: "Ausgehend: ruft an",
  human: "Der Agent wartet auf den Menschen",
  agent_static: "Der Agent sagt die Begrüßung",
  agent_dynamic: "Der Agent begrüßt nach dem Prompt",
  low: "Antwortet schnell",
  medium: "Ausgewogen",
  high: "Lässt Zeit zum Nachdenken",
  0: "Jeder Laut unterbricht",
  1: "Ein Wort",
  2: "Zwei Wörter",
  3: "Drei Wörter",
  4: "Vier Wörter",
  5: "Fünf Wörter",
  cafe: "Café",
  office: "Büro",
  standard: "Standard",
  advanced: "Stärker als Standard",
  faster: "Geschwindigkeit",
  high_accuracy: "Genauigkeit",
  static: "Im Wortlaut gesprochen",
  prompt: "Eine Anweisung für das Sprachmodell",
  none: "Ohne Wirkung: das Sprachmodell formuliert den Abschied",
  exact_message: "Nachricht im Wortlaut",
  multi: "Mehrere Sprachen, wie der Mensch",
};

/** By the keys of the dictionary. */
export const options = Object.fromEntries(
  Object.entries(table).map(([value, label]) => [`option.${value}`, label]),
);
