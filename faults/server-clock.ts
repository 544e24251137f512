// Loaded before a server of ours, as `…?speed=10`: its clock of timeouts runs so many times as fast, and half a minute costs seconds.
const speed = Number(new URL(import.meta.url).searchParams.get("speed"));
const now = performance.now.bind(performance);
const begin = now();
performance.now = () => begin + (now() - begin) * speed;
