/** Where the bundles are that the tests start, relative to the project. */
export const BUNDLES = "out/bundles";
