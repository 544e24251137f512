import { underRecentNode } from "./node-version.mjs";

await underRecentNode();
const [option, folder] = process.argv.slice(2);
if (option === "--channel" && folder !== undefined) {
  const { runChannelBench } = await import("./bench/channel.ts");
  await runChannelBench(folder, new URL("./docs/bench/channel.md", import.meta.url).pathname);
} else if (option === "--paint") {
  const { runPaintBench } = await import("./bench/paint.ts");
  await runPaintBench();
} else {
  await import("./bench/first-light.ts");
  process.stdout.write(
    "The channel beside its peers: npm run bench -- --channel FOLDER, the folder of the channel benchmark.\nA page with 300 concepts: npm run bench -- --paint\n",
  );
}
