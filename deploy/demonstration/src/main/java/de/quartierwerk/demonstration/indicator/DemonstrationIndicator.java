package de.quartierwerk.demonstration.indicator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.values.Count;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/**
 * An indicator of the demonstration region (Indikator).
 *
 * @param code its code
 * @param name German name
 * @param description what it measures
 * @param unit unit of its values
 * @param kind count, ratio or mean
 * @param polarity burden, relief or neutral
 * @param theme subject
 * @param count what it counts, for a count
 * @param numeratorCount what stands above the line, for a delivered ratio or mean
 * @param denominatorCount what stands below the line, for a delivered ratio or mean
 * @param numerator code of the numerator, for a computed ratio
 * @param denominator code of the denominator, for a computed ratio
 * @param referenceDate day of the year that the values speak of
 * @param minimumCount counts below it are kept secret
 */
public record DemonstrationIndicator(
        String code,
        String name,
        String description,
        String unit,
        String kind,
        String polarity,
        String theme,
        @JsonProperty Count count,
        @JsonProperty Count numeratorCount,
        @JsonProperty Count denominatorCount,
        String numerator,
        String denominator,
        String referenceDate,
        Integer minimumCount) {

    private static final String RESOURCE = "/de/quartierwerk/demonstration/indicators.json";
    private static final String MARK = "Erfundene Werte der Demonstrationsregion; kein wirklicher Ort";

    /** All indicators, counts first, computed ones last. */
    public static List<DemonstrationIndicator> all() {
        try (InputStream in = DemonstrationIndicator.class.getResourceAsStream(RESOURCE)) {
            return List.copyOf(new ObjectMapper()
                    .readValue(Objects.requireNonNull(in), new TypeReference<List<DemonstrationIndicator>>() {}));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Whether its values are delivered as numerator and denominator. */
    public boolean fraction() {
        return numeratorCount != null;
    }

    /** Whether its values are computed by the platform. */
    public boolean computed() {
        return numerator != null;
    }

    /** The body with which it is put into the catalogue. */
    public ObjectNode definition(ObjectMapper json) {
        ObjectNode body = json.createObjectNode()
                .put("name", name)
                .put("description", description + " (erfunden)")
                .put("unit", unit)
                .put("kind", kind)
                .put("polarity", polarity)
                .put("theme", theme)
                .put("minimumCount", minimumCount == null ? 3 : minimumCount)
                .put("referenceDate", referenceDate == null ? "--12-31" : referenceDate)
                .put("source", MARK)
                .put("licence", "CC0-1.0")
                .put("periodicity", "P1Y");
        if (computed()) {
            body.put("numerator", numerator).put("denominator", denominator);
        }
        return body;
    }
}
