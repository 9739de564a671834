package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import de.quartierwerk.events.EventTypes;
import de.quartierwerk.kit.testing.TestEvents;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

class IndicatorEventTest {
    private static final ObjectMapper JSON =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void tellsADefinitionAsTheContractSays() throws IOException {
        JsonNode expected = TestEvents.example(EventTypes.INDICATOR_DEFINED);
        Definition definition = JSON.treeToValue(expected, Definition.class);

        JsonNode told = JSON.readTree(JSON.writeValueAsBytes(
                IndicatorService.event(new Indicator(expected.get("code").asText(), 1, definition))));

        assertThat(told).isEqualTo(expected);
        try (InputStream schema =
                IndicatorEventTest.class.getResourceAsStream("/schemas/" + EventTypes.INDICATOR_DEFINED + ".json")) {
            assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                            .getSchema(schema)
                            .validate(told))
                    .isEmpty();
        }
    }
}
