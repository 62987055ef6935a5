/** What is made when it is first asked for: patterns are many and long, and most pages need few of them. */
export const lazily = <T extends object>(make: () => T): (() => T) => {
  let made: T | undefined;
  return () => (made ??= make());
};
