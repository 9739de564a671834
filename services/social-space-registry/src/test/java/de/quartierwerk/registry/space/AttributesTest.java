package de.quartierwerk.registry.space;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttributesTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"a\":\"Straße\",\"b\":[1,{\"c\":null}]}", "{\"a\":\"\\ud83d\\ude00\"}", "[1e299]"})
    void canStoreOrdinaryTextsAndNumbers(String json) throws JsonProcessingException {
        assertThat(Attributes.storable(JSON.readTree(json))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"a\":\"\\u0000\"}", "{\"\\u0000\":1}", "[[\"\\ud83d\"]]", "{\"a\":[1e301]}", "[1e-999999]"})
    void cannotStoreNulHalfCharactersAndNumbersBeyondAllMeasure(String json) throws JsonProcessingException {
        assertThat(Attributes.storable(JSON.readTree(json))).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1.5} | {\"a\":1.50} | true",
                "{\"a\":1} | {\"a\":1.0} | true",
                "{\"a\":1,\"b\":[2]} | {\"b\":[2.0],\"a\":1} | true",
                "{\"a\":1} | {\"a\":\"1\"} | false",
                "{\"a\":1} | {\"a\":1,\"b\":null} | false",
                "{\"a\":[1,2]} | {\"a\":[2,1]} | false"
            })
    void comparesNumbersByValue(String a, String b, boolean equal) throws JsonProcessingException {
        assertThat(Attributes.equal(JSON.readTree(a), JSON.readTree(b))).isEqualTo(equal);
    }

    @Test
    void comparesWhatComesBackFromTheDatabase() throws JsonProcessingException {
        JsonNode delivered = JSON.readTree("{\"size\":12345678901234567890.10,\"type\":\"Stadt\"}");

        assertThat(Attributes.equal(delivered, JSON.readTree(delivered.toString())))
                .isTrue();
    }
}
