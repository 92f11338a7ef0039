/** Uses schemas and the issues of forms by their types. Compiled, never run: see types.test.js. */

import { check, type Issue, type IssueCode, ValidationError } from "synthflow-wasm";
import {
  type DescribedIssue,
  describeIssues,
  english,
  type FieldKind,
  german,
  issuesByPath,
  type Labels,
  operations,
  schemaOf,
  type UnlabeledIssue,
} from "synthflow-wasm/schema";

export const labels = (params: unknown): string[] => {
  const found: Issue[] = check("agents.create", params);
  const issues: DescribedIssue[] = describeIssues("agents.create", found, { labels: german, params });
  const [first] = issues;
  const keys: (string | number)[] = first?.keys ?? [];
  const kind: FieldKind | undefined = first?.kind;
  const code: IssueCode | undefined = first?.code;
  console.log(keys, kind, code, first?.values?.[0], first?.minimum?.toFixed(1), first?.rule === "distinct");
  const byPath = issuesByPath(issues);
  console.log(byPath["agent.voice_speed"]?.[0]?.label, issuesByPath(found).name?.[0]?.hint);
  return issues.map(({ label }) => label);
};

const french: Partial<Labels> = {
  required: ({ title }: UnlabeledIssue) => `Le champ ${title} est obligatoire.`,
};

export const inFrench = (error: unknown): DescribedIssue[] =>
  error instanceof ValidationError
    ? describeIssues("calls.create", error.issues, { labels: { ...english, ...french } })
    : [];

export const wrong = (): void => {
  // @ts-expect-error There is no such operation.
  describeIssues("agents.creat", []);
  // @ts-expect-error There is no such operation.
  check("agents.creat", {});
  // @ts-expect-error There is no such code.
  describeIssues("agents.create", [], { labels: { requird: () => "" } });
  // @ts-expect-error A label is a sentence.
  describeIssues("agents.create", [], { labels: { required: () => 5 } });
  for (const operation of operations()) console.log(schemaOf(operation).title);
};
