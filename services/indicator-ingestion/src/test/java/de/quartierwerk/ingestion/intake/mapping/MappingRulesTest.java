package de.quartierwerk.ingestion.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingRulesTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void acceptsTheMappingOfTheApiDocument() throws JsonProcessingException {
        Mapping mapping = mapping("""
                {"layout":"wide","level":"planning-area","spaceColumn":"plr_id","period":"2013",
                 "columns":{"s1":{"indicator":"S1"},"inhabitants":{"indicator":"POP"}},
                 "rows":{"where":{"column":"in_index","equals":"1"}},"atomic":false,
                 "delimiter":",","decimal":".","grouping":null,"charset":"UTF-8","missing":["","x"],
                 "suppressed":["."],"unreliable":["/"]}""");

        assertThat(MappingRules.check(mapping)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'layout':'tall'}|/layout|mapping.one-of",
                "{'layout':'wide','spaceColumn':'a'}|/columns|mapping.required",
                "{'layout':'wide','period':'2013','columns':{'x':{'indicator':'X'}}}|/spaceColumn|mapping.required",
                "{'layout':'wide','spaceColumn':'a','columns':{'x':{'indicator':'X'}}}|/columns/x/period|mapping.period-missing",
                "{'layout':'wide','spaceColumn':'a','period':'2013','columns':{'a/b':{}}}|/columns/a~1b/indicator|mapping.required",
                "{'period':'13'}|/period|period.malformed",
                "{'decimal':';'}|/decimal|mapping.one-of",
                "{'decimal':',','grouping':','}|/grouping|mapping.grouping-is-decimal",
                "{'charset':'EBCDIC-X'}|/charset|mapping.charset-unknown",
                "{'delimiter':'ab'}|/delimiter|mapping.one-of",
                "{'rows':{'where':{'column':'a'}}}|/rows/where/equals|mapping.required",
                "{'layout':'wide','spaceColumn':'a','period':'2013','valueColumn':'v','columns':{'x':{'indicator':'X'}}}"
                        + "|/valueColumn|mapping.not-in-layout",
            })
    void namesWhatIsWrong(String json, String pointer, String code) throws JsonProcessingException {
        List<InputError> errors = MappingRules.check(mapping(json.replace('\'', '"')));

        assertThat(errors)
                .singleElement()
                .satisfies(error ->
                        assertThat(List.of(error.pointer(), error.code())).containsExactly(pointer, code));
    }

    @Test
    void bindsColumnsOfOneIndicatorTogether() throws JsonProcessingException {
        Mapping mapping = mapping("""
                {"spaceColumn":"a","period":"2013","columns":{"n":{"indicator":"X","measure":"numerator"},
                 "d":{"indicator":"X","measure":"denominator"}}}""");

        Binding binding =
                Binding.bind(mapping, List.of("a", "n", "d"), new ArrayList<>()).orElseThrow();

        assertThat(binding.wide()).containsExactly(new Binding.Cell("X", null, -1, 1, 2));
        assertThat(binding.numberColumns()).containsExactly(1, 2);
    }

    @Test
    void namesColumnsThatTheFileLacks() throws JsonProcessingException {
        List<InputError> errors = new ArrayList<>();

        assertThat(Binding.bind(mapping("{\"spaceColumn\":\"raum\"}"), List.of("space", "value"), errors))
                .isEmpty();
        assertThat(errors)
                .extracting(InputError::pointer)
                .containsExactly("/periodColumn", "/spaceColumn", "/indicatorColumn");
    }

    private static Mapping mapping(String json) throws JsonProcessingException {
        return JSON.readValue(json, Mapping.class);
    }
}
