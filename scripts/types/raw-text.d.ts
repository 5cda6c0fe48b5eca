/** A text file that the bundler puts into the program as a string. */
declare module '*.md?raw' {
  const text: string;
  export default text;
}
