package de.quartierwerk.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.quartierwerk.demonstration.DemonstrationRegion;
import de.quartierwerk.demonstration.load.PlatformClient;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The field of action of poor children (HF3) with other thresholds: the counts are those that are computed here from
 * the released values alone.
 */
@Order(5)
@ExtendWith(PlatformExtension.class)
class ThresholdIT {
    private static final String FIELD = "HF3";
    private static final int PEOPLE = 100;
    private static final int PERCENT = 15;

    private final Acceptance acceptance;
    private PlatformClient client;
    private List<Space> spaces;

    ThresholdIT(Acceptance acceptance) {
        this.acceptance = acceptance;
    }

    /** Poor children of a space, among all its children. */
    private record Space(String key, long poor, long children) {
        String municipality() {
            return key.substring(0, key.indexOf('-'));
        }

        String district() {
            return key.substring(0, 5);
        }
    }

    private record Counts(int spaces, int municipalities) {}

    @BeforeEach
    void values() {
        client = acceptance.client();
        acceptance.demonstration();
        spaces = client
                .items(
                        "/ingestion/v1/values?indicator=child-poverty&period=2023&level=" + DemonstrationRegion.LEVEL,
                        "steward")
                .stream()
                .map(value -> new Space(
                        value.get("space").asText(),
                        value.get("numerator").asLong(),
                        value.get("denominator").asLong()))
                .toList();
    }

    @Test
    void onePersonMore_countsWhatASeparateComputationPredicts() {
        long fewest = members(PEOPLE, PERCENT).mapToLong(Space::poor).min().orElseThrow();

        assertThat(counted("schwelle-personen", fewest, PERCENT))
                .isEqualTo(predicted(fewest, PERCENT))
                .isEqualTo(new Counts(37, 7));
        assertThat(counted("schwelle-personen", fewest + 1, PERCENT))
                .isEqualTo(predicted(fewest + 1, PERCENT))
                .isNotEqualTo(new Counts(37, 7));
    }

    @Test
    void onePercentMore_countsWhatASeparateComputationPredicts() {
        int highest = members(PEOPLE, PERCENT)
                .mapToInt(space -> (int) Math.floor(deviation(space)))
                .min()
                .orElseThrow();

        assertThat(counted("schwelle-prozent", PEOPLE, highest))
                .isEqualTo(predicted(PEOPLE, highest))
                .isEqualTo(new Counts(37, 7));
        assertThat(counted("schwelle-prozent", PEOPLE, highest + 1))
                .isEqualTo(predicted(PEOPLE, highest + 1))
                .isNotEqualTo(new Counts(37, 7));
    }

    private Counts predicted(long people, int percent) {
        List<Space> members = members(people, percent).toList();
        return new Counts(members.size(), (int)
                members.stream().map(Space::municipality).distinct().count());
    }

    private Stream<Space> members(long people, int percent) {
        return spaces.stream().filter(space -> space.poor >= people && deviation(space) >= percent);
    }

    /** Deviation in percent from the municipality, or from the district of a municipality with one space. */
    private double deviation(Space space) {
        List<Space> around = within(Space::municipality, space);
        List<Space> reference = around.size() > 1 ? around : within(Space::district, space);
        double poor = reference.stream().mapToLong(Space::poor).sum();
        double children = reference.stream().mapToLong(Space::children).sum();
        return ((double) space.poor / space.children / (poor / children) - 1) * 100;
    }

    private List<Space> within(Function<Space, String> area, Space space) {
        return spaces.stream()
                .filter(other -> area.apply(other).equals(area.apply(space)))
                .toList();
    }

    /** What a run of the shipped scheme with these thresholds counts. */
    private Counts counted(String code, long people, int percent) {
        ObjectNode scheme = DemonstrationRegion.scheme().deepCopy();
        scheme.put("code", code);
        JsonNode conditions = scheme.at("/needs/2/when/allOf");
        ((ObjectNode) conditions.get(0)).put("value", percent);
        ((ObjectNode) conditions.get(1)).put("value", people);
        Flow.approveScheme(client, scheme);
        JsonNode done = Flow.run(client, scheme.objectNode().put("scheme", code).put("period", "2023"));
        for (JsonNode need : done.get("needs")) {
            if (need.get("code").asText().equals(FIELD)) {
                return new Counts(
                        need.get("spaces").asInt(), need.get("municipalities").asInt());
            }
        }
        throw new AssertionError(done.toString());
    }
}
