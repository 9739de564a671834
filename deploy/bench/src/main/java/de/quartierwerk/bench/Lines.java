package de.quartierwerk.bench;

import java.util.Arrays;
import java.util.Locale;

/** What the benchmarks print. */
final class Lines {
    private Lines() {}

    /** Something to measure; a failure ends the benchmark. */
    interface Work {
        void run() throws Exception;
    }

    /** Seconds that the work takes. */
    static double seconds(Work work) {
        long start = System.nanoTime();
        try {
            work.run();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    /** The median of the seconds that the work takes when it is done several times. */
    static double median(int times, Work work) {
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            seconds[i] = seconds(work);
        }
        return median(seconds);
    }

    /** The median of what was measured. */
    static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The line of a comparison. */
    static void comparison(String name, double ours, double reference) {
        System.out.printf(
                Locale.ROOT, "bench %s ours=%.4f reference=%.4f ratio=%.3f%n", name, ours, reference, ours / reference);
    }

    /** The exponent with which seconds grow from a small to a large size, beside that of the reference. */
    static void growth(String name, int small, int large, double[] ours, double[] reference) {
        double factor = Math.log((double) large / small);
        double own = Math.log(ours[1] / ours[0]) / factor;
        double theirs = Math.log(reference[1] / reference[0]) / factor;
        System.out.printf(
                Locale.ROOT, "bench %s exponent=%.3f reference=%.3f (%d to %d)%n", name, own, theirs, small, large);
    }

    /** What is being prepared. */
    static void note(String text) {
        System.out.println("      " + text);
    }
}
