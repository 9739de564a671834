package de.quartierwerk.classification.scheme;

import java.util.Arrays;
import java.util.List;

/** A word of the language with numbers behind it: {@code min-max(20, 85)}. */
final class Call {
    /** The word itself. */
    static String name(String written) {
        int open = written.indexOf('(');
        return open < 0 ? written : written.substring(0, open);
    }

    /** Its numbers; empty without. */
    static List<Double> numbers(String written) {
        int open = written.indexOf('(');
        return open < 0
                ? List.of()
                : Arrays.stream(written.substring(open + 1, written.length() - 1)
                                .split(", ?"))
                        .map(Double::valueOf)
                        .toList();
    }

    private Call() {}
}
