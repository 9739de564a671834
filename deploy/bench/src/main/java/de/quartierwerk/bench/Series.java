package de.quartierwerk.bench;

import java.util.Locale;
import org.hipparchus.stat.regression.SimpleRegression;

/** What a service takes of one kind over the minutes, with the straight line through it. */
final class Series {
    private static final double RARE = 0.001;

    private final String service;
    private final Measure measure;
    private final SimpleRegression line = new SimpleRegression();
    private double first = Double.NaN;
    private double last;

    Series(String service, Measure measure) {
        this.service = service;
        this.measure = measure;
    }

    void add(double minute, double value) {
        if (line.getN() == 0) {
            first = minute;
        }
        last = minute;
        line.addData(minute, value);
    }

    /**
     * Whether it grows, and not by chance: noise alone gives such a line once in a thousand series, and over the whole
     * time it rises by more than what this measure moves by when nothing is wrong.
     */
    boolean grows() {
        return measure.mayNotGrow()
                && line.getSlope() * (last - first) > measure.grain()
                && line.getSignificance() < RARE;
    }

    /** The line of a soak about it. */
    String text() {
        return String.format(
                Locale.ROOT,
                "soak %s-%s slope=%.4f error=%.4f %sper minute, mean=%.1f: %s",
                service,
                measure.label(),
                line.getSlope(),
                line.getSlopeStdErr(),
                measure.unit().isEmpty() ? "" : measure.unit() + " ",
                line.getIntercept() + line.getSlope() * (first + last) / 2,
                verdict());
    }

    private String verdict() {
        if (!measure.mayNotGrow()) {
            return "may grow";
        }
        return grows() ? "GROWS" : "within the noise";
    }
}
