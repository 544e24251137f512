// Loaded before a server of ours: its clock of timeouts runs CLOCK_SPEED times as fast, so that half a minute costs us seconds.
const speed = Number(process.env["CLOCK_SPEED"]);
const now = performance.now.bind(performance);
const begin = now();
performance.now = () => begin + (now() - begin) * speed;
