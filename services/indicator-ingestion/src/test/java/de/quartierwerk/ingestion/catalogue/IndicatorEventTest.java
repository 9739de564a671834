package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.kit.testing.TestEvents;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

class IndicatorEventTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void tellsADefinitionAsTheContractSays() throws IOException {
        JsonNode expected = TestEvents.example(EventTypes.INDICATOR_DEFINED);
        Definition definition = JSON.treeToValue(expected, Definition.class);

        JsonNode told = JSON.readTree(JSON.writeValueAsBytes(
                IndicatorService.defined(new Indicator(expected.get("code").asText(), 1, definition), Map.of())));

        assertThat(told).isEqualTo(expected);
        try (InputStream schema =
                IndicatorEventTest.class.getResourceAsStream("/schemas/" + EventTypes.INDICATOR_DEFINED + ".json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema, InputFormat.JSON)
                            .validate(told.toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }
}
