package de.quartierwerk.registry.spaceimport;

import com.fasterxml.jackson.annotation.JsonProperty;
import de.quartierwerk.registry.boundary.BoundaryFault;
import de.quartierwerk.registry.boundary.LonLat;
import de.quartierwerk.registry.placement.Placed;
import de.quartierwerk.registry.placement.PlacementFault;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something wrong with a row of the file.
 *
 * @param row number of the feature, from 1, or line of the CSV file; absent when the whole file is meant
 * @param key key of the row, as far as it has one
 * @param code stable code and key of the message
 * @param severity whether the row is left out
 * @param value the faulty value as delivered
 * @param place where the fault lies, if it lies somewhere
 * @param arguments arguments of the message
 */
record Finding(
        @Nullable Integer row,
        @Nullable String key,
        String code,
        Severity severity,
        @Nullable String value,
        @Nullable LonLat place,
        List<String> arguments) {
    private static final int LONGEST_VALUE = 200;

    /** What a finding does to its row. */
    @Schema(
            name = "ImportSeverity",
            description =
                    "error: the row is left out; warning: somebody should look at it; hint: somebody may want to know it")
    enum Severity {
        /** The row is rejected. */
        @JsonProperty("error")
        ERROR,
        /** The row is taken, but somebody should look at it. */
        @JsonProperty("warning")
        WARNING,
        /** The row is taken; somebody may want to know. */
        @JsonProperty("hint")
        HINT
    }

    Finding {
        value = value == null || value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
        arguments = List.copyOf(arguments);
    }

    static Finding error(
            @Nullable Integer row, @Nullable String key, String code, @Nullable String value, List<String> arguments) {
        return new Finding(row, key, code, Severity.ERROR, value, null, arguments);
    }

    static Finding warning(
            @Nullable Integer row, @Nullable String key, String code, @Nullable String value, List<String> arguments) {
        return new Finding(row, key, code, Severity.WARNING, value, null, arguments);
    }

    /** What is wrong with the place of a row's boundary. */
    static Finding of(Placed row, PlacementFault wrong) {
        BoundaryFault fault = wrong.fault();
        return new Finding(
                row.row(),
                row.key(),
                fault.code(),
                wrong.grave() ? Severity.ERROR : Severity.WARNING,
                fault.value(),
                fault.place(),
                fault.arguments());
    }
}
