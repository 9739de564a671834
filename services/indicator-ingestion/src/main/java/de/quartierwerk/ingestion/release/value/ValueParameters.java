package de.quartierwerk.ingestion.release.value;

import jakarta.ws.rs.QueryParam;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Query parameters of a read of values. Lists may be written with commas or as repeated parameters. */
@SuppressWarnings("NullAway.Init")
public class ValueParameters {
    @QueryParam("indicator")
    @Parameter(description = "Codes of indicators", example = "unemployed")
    @Nullable
    List<String> indicators;

    @QueryParam("level")
    @Parameter(description = "Code of the spaces' level", example = "planning-area")
    @Nullable
    String level;

    @QueryParam("period")
    @Parameter(description = "Periods as they were delivered", example = "2013")
    @Nullable
    List<String> periods;

    @QueryParam("space")
    @Parameter(description = "Keys of spaces", example = "01011101")
    @Nullable
    List<String> spaces;

    @QueryParam("asOf")
    @Parameter(
            description = "Only spaces that are valid on this day; where `level` is given without it, the day of"
                    + " `recordedAt` (in Germany), or today",
            example = "2013-12-31")
    @Nullable
    LocalDate asOf;

    @QueryParam("recordedAt")
    @Parameter(description = "What was known at this instant; now where left out", example = "2024-05-01T12:00:00Z")
    @Nullable
    Instant recordedAt;

    @QueryParam("limit")
    @Parameter(hidden = true)
    @Nullable
    String limit;

    boolean limited() {
        return limit != null;
    }

    static List<String> list(@Nullable List<String> given) {
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
    @Nullable
    LocalDate asOf(Clock clock) {
        if (asOf != null || level == null) {
            return asOf;
        }
        return LocalDate.ofInstant(recordedAt == null ? clock.instant() : recordedAt, clock.getZone());
    }
}
