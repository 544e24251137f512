// Loaded into programs that do not look after their parent themselves: they end when it is gone, however it went.
process.on("disconnect", () => process.exit(1));
// Only listening must not keep them alive.
process.channel?.unref();
