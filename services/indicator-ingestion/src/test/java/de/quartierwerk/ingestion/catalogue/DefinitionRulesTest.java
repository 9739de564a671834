package de.quartierwerk.ingestion.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.problem.InputError;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            quoteCharacter = '"',
            value = {
                "{'unit':'persons','kind':'count'}|-|-",
                "{'unit':'percent','kind':'ratio','numerator':'a','denominator':'b'}|-|-",
                "{'unit':'percent','kind':'ratio','numerator':'a','denominator':'b','formula':'[a]'}|/formula|indicator.formula-and-ratio",
                "{'unit':'percent','kind':'ratio','numerator':'a'}|/denominator|indicator.ratio-incomplete",
                "{'unit':'percent','kind':'ratio','denominator':'a'}|/numerator|indicator.ratio-incomplete",
                "{'unit':'persons','kind':'count','numerator':'a','denominator':'b'}|/kind|indicator.count-of-ratio",
                "{'unit':'persons','kind':'count','minimum':2,'maximum':1}|/minimum|indicator.limits",
                "{'unit':'persons','kind':'count','minimum':1,'maximum':1}|-|-",
                "{'unit':'persons','kind':'count','referenceDate':'--02-30'}|/referenceDate|indicator.reference-date",
                "{'unit':'persons','kind':'count','referenceDate':'--02-28'}|-|-",
                "{'unit':'persons','kind':'count','formula':'[a] +'}|/formula|indicator.formula-malformed",
                "{'unit':'persons','kind':'count','formula':'[gone]'}|/formula|indicator.unknown",
                "{'unit':'percent','kind':'ratio','numerator':'a','denominator':'gone'}|/denominator|indicator.unknown",
                "{'unit':'percent','kind':'ratio','numerator':'a b','denominator':'b'}|/numerator|key.malformed",
                "{'unit':'percent','kind':'ratio','formula':'([a] + 1) / [b] * 100'}|/formula|indicator.formula-no-quotient",
                "{'unit':'percent','kind':'ratio','formula':'[a] / [b] * 100'}|-|-",
                "{'unit':'per-km2','kind':'ratio','formula':'([a] + 1) / [b]','sensitive':true}|/formula|indicator.formula-no-quotient",
                "{'unit':'percent','kind':'ratio','numerator':'a','denominator':'area'}|/denominator|indicator.unit-of-share",
            })
    void namesTheFirstFaultAndItsPlace(String document, String pointer, String code) throws JsonProcessingException {
        List<InputError> errors = DefinitionRules.check("new", others("new", definition(document)));

        assertThat(errors).extracting(InputError::pointer).isEqualTo(pointer == null ? List.of() : List.of(pointer));
        assertThat(errors).extracting(InputError::code).isEqualTo(code == null ? List.of() : List.of(code));
    }

    @Test
    void findsEachCircleOnce() {
        Map<String, Definition> all = others("x", formula("[y]"));
        all.put("y", formula("[x] + [a]"));
        all.put("self", formula("[self]"));

        assertThat(DefinitionRules.cycles(all)).containsExactly(List.of("self", "self"), List.of("x", "y", "x"));
    }

    @Test
    void namesTheIndicatorsThatAUnitDoesNotFitAnyMore() {
        Map<String, Definition> all = others("a", Definition.of("a", "km2", Kind.COUNT));
        all.put("share", Definition.of("s", "percent", Kind.RATIO).with(Computation.ratio("a", "b")));
        all.put("other", Definition.of("o", "persons", Kind.COUNT).with(Computation.formula("[b] + [b]")));

        assertThat(DefinitionRules.unitUsedElsewhere("a", all)).singleElement().satisfies(error -> {
            assertThat(error.pointer()).isEqualTo("/unit");
            assertThat(error.code()).isEqualTo("indicator.unit-used");
            assertThat(error.arguments()).containsExactly("km2", "share");
        });
    }

    private static Map<String, Definition> others(String code, Definition definition) {
        Map<String, Definition> all = new TreeMap<>();
        all.put("a", Definition.of("a", "persons", Kind.COUNT));
        all.put("b", Definition.of("b", "persons", Kind.COUNT));
        all.put("area", Definition.of("area", "km2", Kind.INDEX));
        all.put(code, definition);
        return all;
    }

    private static Definition formula(String formula) {
        return Definition.of("x", "persons", Kind.COUNT).with(Computation.formula(formula));
    }

    private static Definition definition(String document) throws JsonProcessingException {
        String json = document.replace('\'', '"').replace("{", "{\"name\":\"x\",");
        return JSON.readValue(json, Definition.class);
    }
}
