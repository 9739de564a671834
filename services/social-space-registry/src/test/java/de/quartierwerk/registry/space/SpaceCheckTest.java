package de.quartierwerk.registry.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpaceCheckTest {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<InputError> errors = new ArrayList<>();

    @Test
    void takesNoAttributesForAnEmptyObject() throws JsonProcessingException {
        assertThat(SpaceCheck.attributes(null, errors)).isEmpty();
        assertThat(SpaceCheck.attributes(JSON.readTree("null"), errors)).isEmpty();
        assertThat(errors).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1] | space.attributes-no-object",
                "\"a\" | space.attributes-no-object",
                "{\"a\":\"\\u0000\"} | attribute-invalid"
            })
    void namesTheFaultOfAttributes(String attributes, String code) throws JsonProcessingException {
        SpaceCheck.attributes(JSON.readTree(attributes), errors);

        assertThat(errors)
                .extracting(error -> error.pointer() + " " + error.code())
                .containsExactly("/attributes " + code);
    }

    @Test
    void refusesAttributesThatAreTooLarge() throws JsonProcessingException {
        SpaceCheck.attributes(JSON.readTree("{\"a\":\"" + "x".repeat(Attributes.LARGEST) + "\"}"), errors);

        assertThat(errors).extracting(InputError::code).containsExactly("attributes-too-large");
    }

    @Test
    void leavesTheBoundaryOpenWhereNoneIsGiven() throws JsonProcessingException {
        assertThat(SpaceCheck.boundary(request(null))).isNull();
        assertThat(SpaceCheck.boundary(request(JSON.readTree("null")))).isNull();
    }

    @Test
    void readsTheBoundary() throws JsonProcessingException {
        JsonNode square =
                JSON.readTree("{\"type\":\"Polygon\",\"coordinates\":[[[6,50],[7,50],[7,51],[6,51],[6,50]]]}");

        assertThat(SpaceCheck.boundary(request(square)).boundary().box().getMaxY())
                .isEqualTo(51);
    }

    @Test
    void namesTheFaultOfTheBoundary() throws JsonProcessingException {
        SpaceRequest request = request(JSON.readTree("{\"type\":\"Point\",\"coordinates\":[1,2]}"));

        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> SpaceCheck.boundary(request))
                .satisfies(refusal -> {
                    assertThat(refusal.status()).isEqualTo(422);
                    assertThat(refusal.errors())
                            .extracting(error -> error.pointer() + " " + error.code())
                            .containsExactly("/geometry geometry-type");
                });
    }

    private static SpaceRequest request(JsonNode geometry) {
        return new SpaceRequest(
                null,
                "Nord",
                null,
                "district",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                geometry);
    }
}
