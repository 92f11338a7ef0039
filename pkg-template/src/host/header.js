/** A header of a response, read the way mocks have it too. */
export const headerOf = (response, name) => {
  try {
    const { headers } = response;
    const value = typeof headers.get === "function" ? headers.get(name) : headers[name];
    // Above what any server sends: a mock may have one that fills the memory.
    return typeof value === "string" ? value.slice(0, 1e5) : undefined;
  } catch {
    return undefined;
  }
};
