import fs from "node:fs";
import path from "node:path";
import { root } from "../lib/root.mjs";

/** A plugin of esbuild that puts a fault into a file, and whether it has been put there. */
export function withFault({ file, find, put }) {
  let done = false;
  const plugin = {
    name: "fault",
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: name }) => {
        if (name !== path.join(root, file)) return undefined;
        const source = fs.readFileSync(name, "utf8");
        done = source.includes(find);
        return { contents: source.replace(find, put), loader: "ts" };
      });
    },
  };
  return { plugin, used: () => done };
}
