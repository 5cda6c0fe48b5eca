/** A text file that the bundler puts into the program as a string. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}

/** A program that is read, not executed. */
declare module '*.mjs?raw' {
  const text: string;
  export default text;
}

/** A program for Python, which is written into a run's folder. */
declare module '*.py?raw' {
  const text: string;
  export default text;
}
