/** Plugin of TypeDoc: groups the reference by resource, shows params where they are passed, and takes in the guides. */

import { readFileSync } from "node:fs";
import { relative } from "node:path";
import { Comment, CommentTag, Converter, makeRecursiveVisitor, ReflectionKind } from "typedoc";
import { operations } from "../../pkg-template/generated/operations.js";

const addTag = (reflection, tag, text) => {
  reflection.comment ??= new Comment();
  reflection.comment.blockTags.push(new CommentTag(tag, [{ kind: "text", text }]));
};

/** The types that a type refers to, without those that these refer to. */
const referencesIn = (type) => {
  const found = [];
  type?.visit(makeRecursiveVisitor({ reference: ({ reflection }) => reflection && found.push(reflection) }));
  return found;
};

/** All types that a declaration mentions. */
const mentionedBy = (reflection) => {
  const found = referencesIn(reflection.type);
  reflection.traverse((child) => {
    found.push(...mentionedBy(child));
  });
  return found;
};

/** All types that a declaration leads to, except other resources. */
const reachableFrom = (declaration, resources) => {
  const reached = new Set([declaration]);
  for (const one of reached) {
    for (const other of mentionedBy(one)) if (!resources.has(other)) reached.add(other);
  }
  return reached;
};

/** The names of the resources by their declarations: that of `Agents` is `agents`. */
const resourcesOf = (main) => {
  const resources = new Map();
  const add = (declaration, prefix) => {
    for (const field of declaration.children.filter(({ type }) => type)) {
      const [resource] = referencesIn(field.type);
      resources.set(resource, prefix + field.name);
      add(resource, `${prefix}${field.name}.`);
    }
  };
  add(main.getChildByName("Resources"), "");
  return resources;
};

/** A category for each declaration of the client: that of its resource, if only one leads to it. */
const categorize = (main, resources) => {
  const users = new Map();
  for (const [resource, name] of resources) {
    const [category] = name.split(".");
    for (const type of reachableFrom(resource, resources))
      users.set(type, new Set(users.get(type)).add(`client.${category}`));
  }
  for (const name of ["RequestOptions", "WaitOptions"])
    for (const type of reachableFrom(main.getChildByName(name), resources)) users.delete(type);
  const isError = ({ name }) => /Error|^Issue|^Outcome$/.test(name);
  for (const declaration of main.children) {
    const [category = "Client", other] = users.get(declaration) ?? [];
    const shared = other ? "Several resources" : category;
    addTag(declaration, "@category", isError(declaration) ? "Errors" : shared);
  }
};

/** Adds to each method its HTTP method and path, and the fields of its params. */
const describeMethods = (resources) => {
  for (const [resource, name] of resources) {
    for (const method of resource.children.filter(({ signatures }) => signatures)) {
      const operation = operations.find((one) => one.name === `${name}.${method.name}`);
      for (const signature of method.signatures) {
        if (operation) {
          const request = { kind: "code", text: `\`${operation.method} ${operation.path}\`` };
          signature.comment.summary.unshift(request, { kind: "text", text: "\n\n" });
        }
        const params = signature.parameters?.find((parameter) => parameter.name === "params");
        const types = referencesIn(params?.type);
        // The members of a union, too.
        for (const type of [...types, ...types.flatMap(({ type }) => referencesIn(type))])
          addTag(signature, "@expandType", type.name);
      }
    }
  }
};

/** The values of a string enum are listed in its comment, since editors show no others. */
const dropValueComments = (main) => {
  for (const { type, comment } of main.children)
    if (type?.type === "union" && comment?.summary.some(({ text }) => /^- /m.test(text)))
      type.elementSummaries = undefined;
};

const nameModules = (project) => {
  for (const module of project.getReflectionsByKind(ReflectionKind.Module)) {
    module.name = module.name === "index" ? "synthflow-wasm" : `synthflow-wasm/${module.name}`;
    addTag(module, "@category", "Reference");
  }
};

const categoryOf = (path) => {
  if (path.startsWith("docs/guides/")) return "Guides";
  return path === "api.md" ? "Reference" : path.startsWith("docs/") ? "In depth" : "The repository";
};

/** The pages in the reference of what `api.md` lists. */
const pages = JSON.parse(
  readFileSync(new URL("../../pkg-template/generated/pages.json", import.meta.url), "utf8"),
);

/** Turns the names in the first column of the tables into links, which start in the folder of the pages. */
const linkToReference = (content) => {
  for (const [at, part] of content.entries()) {
    const page = part.kind === "code" && pages[part.text.replaceAll("`", "")];
    if (!page || !content[at - 1]?.text.endsWith("\n| ")) continue;
    part.kind = "text";
    part.text = `[${part.text}](../${page})`;
  }
};

/** Pages have the title of their first heading. */
const prepareDocuments = (project) => {
  for (const document of project.documents) {
    const text = document.content.map((part) => part.text).join("");
    document.name = text.match(/^# (.+)$/m)[1].replaceAll("`", "");
    const path = relative(
      new URL("../../", import.meta.url).pathname,
      project.files.getReflectionPath(document),
    );
    document.frontmatter.category = categoryOf(path.replaceAll("\\", "/"));
    if (path === "api.md") linkToReference(document.content);
  }
};

/** The title of the site is above the README, which has the same. */
const dropTitle = ({ readme: [first] }) => {
  first.text = first.text.replace(/^# .+\n/, "");
};

/** The client is the first module, and a resource the first type of its category. */
const sortCategories = (project) => {
  const reference = project.categories.find(({ title }) => title === "Reference");
  reference.children.sort((one, other) => (one.name < other.name ? -1 : 1));
  const main = project.getChildByName("synthflow-wasm");
  const resources = resourcesOf(main);
  for (const { children } of main.categories)
    children.sort((one, other) => resources.has(other) - resources.has(one));
};

/** Called by TypeDoc. */
export const load = (app) => {
  const prepare = ({ project }) => {
    nameModules(project);
    prepareDocuments(project);
    const main = project.getChildByName("synthflow-wasm");
    const resources = resourcesOf(main);
    categorize(main, resources);
    describeMethods(resources);
    dropValueComments(main);
  };
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, prepare, 1000);
  const finish = ({ project }) => {
    dropTitle(project);
    sortCategories(project);
  };
  app.converter.on(Converter.EVENT_RESOLVE_END, finish, -1000);
};
