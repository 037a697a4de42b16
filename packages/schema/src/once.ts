/** What is made when it is first asked for: a run on a small file asks for few of the tables that the keywords can be put into. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
