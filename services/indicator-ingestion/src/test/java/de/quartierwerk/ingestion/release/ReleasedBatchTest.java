package de.quartierwerk.ingestion.release;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.events.ProtectedValues;
import de.quartierwerk.kit.testing.TestEvents;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The events about a release equal the examples of the contracts and fit their schemas. */
class ReleasedBatchTest {
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Test
    void tellsTheExactValuesAsTheContractSays() throws IOException {
        JsonNode expected = TestEvents.example(EventTypes.PROTECTED_VALUES_RELEASED);

        JsonNode told = tree(batch().exact());

        assertThat(told).isEqualTo(expected);
        fitsTheSchema(EventTypes.PROTECTED_VALUES_RELEASED, told);
    }

    @Test
    void tellsTheControlledValuesAsTheContractSays() throws IOException {
        JsonNode expected = TestEvents.example(EventTypes.PUBLIC_VALUES_RELEASED);

        JsonNode told = tree(batch().controlled());

        assertThat(told).isEqualTo(expected);
        fitsTheSchema(EventTypes.PUBLIC_VALUES_RELEASED, told);
    }

    @Test
    void roundedValuesHideTheirParts() {
        ReleasedBatch batch = batch();
        batch.add(new ReleasedBatch.Value(
                "99001001-03",
                new BigDecimal("12.345"),
                BigDecimal.TEN,
                BigDecimal.ONE,
                "normal",
                "normal",
                null,
                new BigDecimal("12.3")));

        assertThat(batch.controlled().values().get(2)).isEqualTo("12.3");
        assertThat(batch.controlled().numerators().get(2)).isNull();
        assertThat(batch.controlled().denominators().get(2)).isNull();
        assertThat(batch.exact().values().get(2)).isEqualTo("12.345");
    }

    private static ReleasedBatch batch() {
        ProtectedValues example =
                JSON.convertValue(TestEvents.example(EventTypes.PROTECTED_VALUES_RELEASED), ProtectedValues.class);
        ReleasedBatch batch = new ReleasedBatch(
                1,
                example.release(),
                example.recordedAt(),
                example.batch(),
                example.of(),
                new Group(example.indicator(), example.period(), example.periodEnd()));
        for (int i = 0; i < example.spaces().size(); i++) {
            String publicStatus = example.publicStatuses().get(i);
            batch.add(new ReleasedBatch.Value(
                    example.spaces().get(i),
                    example.values().get(i),
                    example.numerators().get(i),
                    example.denominators().get(i),
                    example.statuses().get(i),
                    publicStatus,
                    publicStatus.equals("suppressed") ? "SMALL_NUMERATOR" : null,
                    null));
        }
        return batch;
    }

    private static JsonNode tree(Object event) throws IOException {
        return JSON.readTree(JSON.writeValueAsBytes(event));
    }

    private static void fitsTheSchema(String type, JsonNode told) throws IOException {
        try (InputStream schema = ReleasedBatchTest.class.getResourceAsStream("/schemas/" + type + ".json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(told.toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }
}
