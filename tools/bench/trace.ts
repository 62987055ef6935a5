/**
 * Reads a Chromium trace for what the scripts of an extension cost a page: CPU time of its outermost script events on
 * the page's main thread, without garbage collection, and the longest of them.
 */
export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  /** CPU time of the thread, where the trace has it. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string; readonly scriptName?: string } };
}

export interface ScriptCost {
  /** Milliseconds of CPU in all outermost script events of the extension. */
  readonly totalMs: number;
  /** The longest of them, and all of them, in milliseconds. */
  readonly longestMs: number;
  readonly slicesMs: readonly number[];
}

const isScript = (event: TraceEvent): boolean => {
  const url = event.args?.data?.url ?? event.args?.data?.scriptName ?? '';
  return event.ph === 'X' && url.startsWith('chrome-extension://');
};
const isCollection = (event: TraceEvent): boolean => event.ph === 'X' && /GC/.test(event.name);

/** Of events of one thread those that lie in no other of them. */
const outermost = (events: readonly TraceEvent[]): TraceEvent[] => {
  let end = -1;
  return [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0)).filter((event) => {
    if (event.ts < end) return false;
    end = event.ts + event.dur!;
    return true;
  });
};
const spentUs = ({ tdur, dur }: TraceEvent): number => tdur ?? dur!;

/** Adds up the outermost events of extension scripts in every renderer thread of the trace. */
export const scriptCost = (events: readonly TraceEvent[]): ScriptCost => {
  const threads = Map.groupBy(events.filter((event) => event.ph === 'X' && event.dur !== undefined), (event) => `${event.pid}/${event.tid}`);
  const slicesMs: number[] = [];
  for (const thread of threads.values()) {
    const collections = outermost(thread.filter(isCollection));
    for (const event of outermost(thread.filter(isScript))) {
      const collected = collections
        .filter(({ ts }) => ts >= event.ts && ts < event.ts + event.dur!)
        .reduce((sum, collection) => sum + spentUs(collection), 0);
      slicesMs.push(Math.max(0, spentUs(event) - collected) / 1000);
    }
  }
  return { totalMs: slicesMs.reduce((sum, ms) => sum + ms, 0), longestMs: Math.max(0, ...slicesMs), slicesMs };
};

/** The middle value. */
export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};

/** The value below which a share of the values lies. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** Total blocking time, in milliseconds, of the main thread's tasks that run our scripts: what each takes beyond 50. */
export const blockingMs = (events: readonly TraceEvent[]): number => {
  const tasks = events.filter((event) => event.ph === 'X' && event.name === 'RunTask');
  const ours = events.filter(isScript);
  return tasks
    .filter((task) => ours.some(({ pid, tid, ts }) => pid === task.pid && tid === task.tid && ts >= task.ts && ts < task.ts + (task.dur ?? 0)))
    .reduce((sum, { dur = 0 }) => sum + Math.max(0, dur / 1_000 - 50), 0);
};
