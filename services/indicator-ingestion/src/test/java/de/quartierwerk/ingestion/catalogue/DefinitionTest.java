package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class DefinitionTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void isWrittenAsItIsRead() throws JsonProcessingException {
        JsonNode document = JSON.readTree("""
                {"name":"Arbeitslose","englishName":"Unemployed","description":"x","unit":"percent","kind":"ratio",
                 "polarity":"burden","theme":"employment","numerator":"a","denominator":"b","minimumCount":5,
                 "sensitive":true,"publicDecimals":1,"minimum":0,"maximum":100,"referenceDate":"--12-31",
                 "periodicity":"P1Y","source":"s","licence":"l","contact":"c","references":["r"],"stockOrFlow":"flow",
                 "relations":[{"total":"all","parts":["men","women"]}],"sameFigureAs":"n",
                 "shareOf":{"numerator":"n","denominator":"d"},"minimumDenominator":50,
                 "protection":{"method":"cell-key","deviation":2}}""");

        Definition definition = JSON.treeToValue(document, Definition.class);

        assertThat(definition.naming().englishName()).isEqualTo("Unemployed");
        assertThat(definition.computation()).isEqualTo(Computation.ratio("a", "b"));
        assertThat(definition.disclosure())
                .isEqualTo(new Disclosure(
                        5,
                        true,
                        1,
                        50,
                        new NoiseProtection(NoiseProtection.Method.CELL_KEY, BigDecimal.valueOf(2)),
                        null));
        assertThat(definition.limits()).isEqualTo(new Limits(BigDecimal.ZERO, BigDecimal.valueOf(100)));
        assertThat(definition.timing()).isEqualTo(new Timing("--12-31", "P1Y", StockOrFlow.FLOW));
        assertThat(JSON.readTree(JSON.writeValueAsString(definition))).isEqualTo(document);
    }

    @Test
    void fillsInWhatWasLeftOut() throws JsonProcessingException {
        Definition definition =
                JSON.readValue("{\"name\":\"x\",\"unit\":\"persons\",\"kind\":\"count\"}", Definition.class);

        assertThat(definition).isEqualTo(Definition.of("x", "persons", Kind.COUNT));
        assertThat(definition.polarity()).isEqualTo(Polarity.NEUTRAL);
        assertThat(definition.minimumCount()).isEqualTo(3);
        assertThat(definition.computed()).isFalse();
    }
}
