import type { ModelTracer } from "@wayfinder/llm";

/** Where the spans of model calls go. */
export interface SpanExport {
  readonly tracer: ModelTracer;
  /** Sends what is left; gives up after a moment, because a server that stops must not wait for a collector. */
  close(): Promise<void>;
}

/** Ctrl-C is to end everything within 8 s. */
const CLOSE_MS = 1_500;

/**
 * Spans by OTLP over HTTP to a collector, without prompts and answers. Loaded only where there is one: the packages take a tenth of a
 * second. A collector that cannot be reached costs nothing but its spans.
 */
export async function openSpanExport(endpoint: string): Promise<SpanExport> {
  const [{ BatchSpanProcessor, TracerProvider }, { OTLPTraceExporter }, { resourceFromAttributes }] = await Promise.all([
    import("@opentelemetry/sdk-trace"),
    import("@opentelemetry/exporter-trace-otlp-http"),
    import("@opentelemetry/resources"),
  ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, "")}/v1/traces` });
  const provider = new TracerProvider({
    resource: resourceFromAttributes({ "service.name": "wayfinder" }),
    spanProcessors: [new BatchSpanProcessor({ exporter })],
  });
  return {
    tracer: provider.getTracer("wayfinder"),
    async close() {
      const enough = Promise.withResolvers<void>();
      const timer = setTimeout(enough.resolve, CLOSE_MS);
      await Promise.race([provider.shutdown().catch(() => {}), enough.promise]);
      clearTimeout(timer);
    },
  };
}
