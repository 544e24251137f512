export { ChannelProvider, type ChannelProviderProps } from "./channel-provider.ts";
export { useRoadmapGenerationWs, type RoadmapGeneration, type RoadmapGenerationOptions } from "./use-roadmap-generation-ws.ts";
