/** See scripts/lib/views.mjs. */
declare module "*.html" {
  const files: import("./files.ts").ViewFiles;
  export default files;
}
