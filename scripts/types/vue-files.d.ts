/** For the linter, which reads only TypeScript; the type check reads the real component. */
declare module '*.vue' {
  import type { DefineComponent } from 'vue';
  const component: DefineComponent;
  export default component;
}
