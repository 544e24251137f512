// Writes dist/package.json for the package in the present folder: the same manifest, but for those who install it.
// In the workspace `exports` names the sources, so that nothing needs a build; npm cannot swap it when it packs, so what is packed is `dist`.
import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";

const { private: _private, scripts: _scripts, exports: sources, ...manifest } = JSON.parse(readFileSync("package.json", "utf8"));

/** `./src/x.ts` → what the compiler made of it. */
const built = (source) => {
  const name = source.replace("./src/", "./").replace(/\.ts$/, "");
  return { types: `${name}.d.ts`, default: `${name}.js` };
};
const exported = Object.entries(sources).filter(([path]) => !path.includes("testing"));

const published = {
  ...manifest,
  engines: { node: ">=22" },
  sideEffects: false,
  exports: Object.fromEntries(exported.map(([path, source]) => [path, built(source)])),
};
writeFileSync("dist/package.json", `${JSON.stringify(published, null, 2)}\n`);
for (const file of ["README.md", "SPEC.md", "LICENSE", "../../LICENSE"]) {
  if (existsSync(file)) copyFileSync(file, `dist/${file.split("/").at(-1)}`);
}
