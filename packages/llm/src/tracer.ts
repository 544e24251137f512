/** The part of OpenTelemetry's Span that we use; a real one fits. */
export interface ModelSpan {
  setAttributes(attributes: Record<string, string | number | string[]>): unknown;
  setStatus(status: { code: number }): unknown;
  end(): void;
}

/** The part of OpenTelemetry's Tracer that we use, so that no package of theirs has to be installed; a real one fits. */
export interface ModelTracer {
  startSpan(name: string, options: { kind: number; attributes: Record<string, string | number | string[]> }): ModelSpan;
}
