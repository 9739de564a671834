package de.quartierwerk.bench;

import java.util.Collection;
import org.hipparchus.stat.descriptive.rank.Percentile;

/** What was measured several times, in seconds. */
final class Sample {
    private final double[] seconds;

    Sample(double... seconds) {
        this.seconds = seconds.clone();
    }

    Sample(Collection<Double> seconds) {
        this(seconds.stream().mapToDouble(Double::doubleValue).toArray());
    }

    int size() {
        return seconds.length;
    }

    double median() {
        return percentile(50);
    }

    /** The time within which so many percent were over. */
    double percentile(double percent) {
        return new Percentile(percent).evaluate(seconds);
    }

    /** How far the middle half lies apart, as a share of the median; 0 for what was measured once. */
    double spread() {
        return (percentile(75) - percentile(25)) / median();
    }
}
