import { Counter, Gauge, Histogram, type Registry } from "prom-client";

/** What goes before the name of every figure of ours. */
const PREFIX = "wayfinder_";

/** One value of a gauge and the labels it stands under. */
export interface Reading<L extends string> {
  readonly labels?: Readonly<Record<L, string>>;
  readonly value: number;
}

interface GaugeOptions<L extends string> {
  readonly name: string;
  readonly help: string;
  readonly labels?: readonly L[];
  /** Asked whenever somebody looks; what it does not tell is not shown. */
  readonly read: () => readonly Reading<L>[] | Promise<readonly Reading<L>[]>;
}

/** Makes figures on one registry; names come without the prefix. */
export interface Instruments {
  counter<L extends string = never>(name: string, help: string, labels?: readonly L[]): Counter<L>;
  gauge<L extends string = never>(options: GaugeOptions<L>): void;
  histogram(options: { name: string; help: string; buckets: readonly number[] }): Histogram;
}

export function createInstruments(registry: Registry): Instruments {
  const registers = [registry];
  return {
    counter: (name, help, labelNames = []) => new Counter({ name: PREFIX + name, help, labelNames, registers }),
    histogram: ({ name, help, buckets }) => new Histogram({ name: PREFIX + name, help, buckets: [...buckets], registers }),
    gauge({ name, help, labels = [], read }) {
      const gauge = new Gauge({
        name: PREFIX + name,
        help,
        labelNames: labels,
        registers,
        async collect() {
          const readings = await read();
          gauge.reset();
          // an unlabelled gauge has the value 0 after a reset
          if (readings.length === 0 && labels.length === 0) gauge.remove();
          for (const { labels: given, value } of readings) gauge.set(given ?? {}, value);
        },
      });
    },
  };
}
