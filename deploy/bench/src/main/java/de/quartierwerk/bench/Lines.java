package de.quartierwerk.bench;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;

/** What the benchmarks print. */
final class Lines {
    private static final AtomicReference<Table> TABLE = new AtomicReference<>(new Table());

    private Lines() {}

    /** From now on every comparison goes into this table too. */
    static void into(Table table) {
        TABLE.set(table);
    }

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

    /** The seconds that the work takes each time when it is done several times. */
    static Sample sample(int times, Work work) {
        double[] seconds = new double[times];
        for (int i = 0; i < times; i++) {
            seconds[i] = seconds(work);
        }
        return new Sample(seconds);
    }

    /** The line of a comparison of what was measured once. */
    static void comparison(String name, double ours, double reference) {
        comparison(name, new Sample(ours), new Sample(reference), "");
    }

    /** The line of a comparison of medians. */
    static void comparison(String name, Sample ours, Sample reference) {
        comparison(name, ours, reference, "");
    }

    /** The same with something that is to be known beside it. */
    static void comparison(String name, Sample ours, Sample reference, String more) {
        TABLE.get().times(name, ours, reference);
        System.out.printf(
                Locale.ROOT,
                "bench %s ours=%.4f reference=%.4f ratio=%.3f spread=%.3f%s%n",
                name,
                ours.median(),
                reference.median(),
                ours.median() / reference.median(),
                ours.spread(),
                more.isEmpty() ? "" : " " + more);
    }

    /** The line of a comparison of memory, in megabytes. */
    static void memory(String name, double ours, double reference) {
        TABLE.get().numbers(name, "MB", ours, reference);
        System.out.printf(
                Locale.ROOT,
                "bench %s ours=%.1fMB reference=%.1fMB ratio=%.3f%n",
                name,
                ours,
                reference,
                ours / reference);
    }

    /** The exponent with which seconds grow from a small to a large size, beside that of the reference. */
    static void growth(String name, int small, int large, double[] ours, double[] reference) {
        double factor = Math.log((double) large / small);
        double own = Math.log(ours[1] / ours[0]) / factor;
        double theirs = Math.log(reference[1] / reference[0]) / factor;
        TABLE.get().numbers(name, "(exponent)", own, theirs);
        System.out.printf(
                Locale.ROOT, "bench %s exponent=%.3f reference=%.3f (%d to %d)%n", name, own, theirs, small, large);
    }

    /** A line of another kind. */
    static void plain(String text) {
        System.out.println(text);
    }

    /** What is being prepared. */
    static void note(String text) {
        System.out.println("      " + text);
    }
}
