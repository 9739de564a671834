package de.quartierwerk.ingestion.release.value;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Query parameters of a read of values. Lists may be written with commas or as repeated parameters. */
public class ValueParameters {
    private static final ZoneId GERMANY = ZoneId.of("Europe/Berlin");

    @QueryParam("indicator")
    @Parameter(description = "Codes of indicators", example = "unemployed")
    List<String> indicators;

    @QueryParam("level")
    @Parameter(description = "Code of the spaces' level", example = "planning-area")
    String level;

    @QueryParam("period")
    @Parameter(description = "Periods as they were delivered", example = "2013")
    List<String> periods;

    @QueryParam("space")
    @Parameter(description = "Keys of spaces", example = "01011101")
    List<String> spaces;

    @QueryParam("asOf")
    @Parameter(
            description = "Only spaces that are valid on this day; where `level` is given without it, the day of"
                    + " `recordedAt` (in Germany), or today",
            example = "2013-12-31")
    LocalDate asOf;

    @QueryParam("recordedAt")
    @Parameter(description = "What was known at this instant; now where left out", example = "2024-05-01T12:00:00Z")
    Instant recordedAt;

    @QueryParam("limit")
    @Parameter(hidden = true)
    String limit;

    boolean limited() {
        return limit != null;
    }

    List<String> list(List<String> given) {
        return given == null
                ? List.of()
                : given.stream()
                        .flatMap(value -> Arrays.stream(value.split(",", -1)))
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .distinct()
                        .toList();
    }

    /**
     * The stated day; for a list by level else the day of {@code recordedAt}, so that it stays the same, or today; null
     * where a space's own values are asked for.
     */
    LocalDate asOf() {
        if (asOf != null || level == null) {
            return asOf;
        }
        return LocalDate.ofInstant(recordedAt == null ? Instant.now() : recordedAt, GERMANY);
    }
}
