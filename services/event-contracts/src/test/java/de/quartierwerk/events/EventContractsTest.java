package de.quartierwerk.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventContractsTest {
    private static final Map<String, Class<?>> RECORDS = Map.ofEntries(
            Map.entry(EventTypes.LEVEL_DEFINED, LevelDefined.class),
            Map.entry(EventTypes.LEVEL_WITHDRAWN, LevelWithdrawn.class),
            Map.entry(EventTypes.SPACE_CREATED, SocialSpace.class),
            Map.entry(EventTypes.SPACE_CHANGED, SocialSpace.class),
            Map.entry(EventTypes.SPACES_IMPORTED, SpacesImported.class),
            Map.entry(EventTypes.INDICATOR_DEFINED, IndicatorDefined.class),
            Map.entry(EventTypes.PROTECTED_VALUES_RELEASED, ProtectedValues.class),
            Map.entry(EventTypes.PUBLIC_VALUES_RELEASED, PublicValues.class),
            Map.entry(EventTypes.CLASSIFICATION_PUBLISHED, ClassificationPublished.class),
            Map.entry(EventTypes.NEED_ADDED, NeedAdded.class),
            Map.entry(EventTypes.STAKEHOLDER_CHANGED, StakeholderChanged.class),
            Map.entry(EventTypes.OFFER_CHANGED, OfferChanged.class),
            Map.entry(EventTypes.GRANT_DECIDED, GrantDecided.class),
            Map.entry(EventTypes.GRANT_PAID, GrantPaid.class),
            Map.entry(EventTypes.DEADLINE_NEAR, DeadlineNear.class),
            Map.entry(EventTypes.REPORT_PUBLISHED, ReportPublished.class),
            Map.entry(EventTypes.TOPIC_TOLD, TopicTold.class));

    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    static Stream<String> types() {
        return Arrays.stream(EventTypes.class.getFields()).map(EventContractsTest::valueOf);
    }

    private static String valueOf(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void everyTypeHasARecord() {
        assertThat(types()).containsExactlyInAnyOrderElementsOf(RECORDS.keySet());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theExampleFitsTheSchema(String type) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read("/schemas/" + type + ".json").toString(), InputFormat.JSON);

        assertThat(schema.validate(read("/examples/" + type + ".json").toString(), InputFormat.JSON))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSchemaRefusesAnEventWithoutItsFields(String type) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(read("/schemas/" + type + ".json").toString(), InputFormat.JSON);

        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void theRecordReadsAndWritesTheExample(String type) throws IOException {
        JsonNode example = read("/examples/" + type + ".json");

        Object event = json.treeToValue(example, RECORDS.get(type));

        assertThat(json.readTree(json.writeValueAsBytes(event))).isEqualTo(example);
    }

    private JsonNode read(String name) throws IOException {
        try (InputStream file = getClass().getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return json.readTree(file);
        }
    }
}
