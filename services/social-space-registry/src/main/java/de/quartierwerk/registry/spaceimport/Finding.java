package de.quartierwerk.registry.spaceimport;

import java.util.List;

/**
 * Something wrong with a row of the file.
 *
 * @param row number of the feature, from 1, or line of the CSV file; null when the whole file is meant
 * @param key key of the row, as far as it has one
 * @param code stable code and key of the message
 * @param severity whether the row is left out
 * @param value the faulty value as delivered
 * @param arguments arguments of the message
 */
record Finding(Integer row, String key, String code, Severity severity, String value, List<String> arguments) {
    private static final int LONGEST_VALUE = 200;

    /** What a finding does to its row. */
    enum Severity {
        /** The row is rejected. */
        ERROR,
        /** The row is taken, but somebody should look at it. */
        WARNING
    }

    Finding {
        value = value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        arguments = List.copyOf(arguments);
    }

    static Finding error(Integer row, String key, String code, String value, List<String> arguments) {
        return new Finding(row, key, code, Severity.ERROR, value, arguments);
    }

    static Finding error(Integer row, String key, String code, String value) {
        return error(row, key, code, value, List.of());
    }

    static Finding warning(Integer row, String key, String code, String value, List<String> arguments) {
        return new Finding(row, key, code, Severity.WARNING, value, arguments);
    }
}
