package de.quartierwerk.ingestion.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.problem.InputError;
import de.quartierwerk.kit.problem.Invalid;
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
                "{'spaceColumn':'a','space':'b'}|/space|mapping.either",
                "{'spaceColumn':'a','spaceInHeader':true,'indicator':'X','period':'2023'}|/spaceColumn|mapping.either",
                "{'spaceInHeader':true,'indicator':'X'}|/period|mapping.period-missing",
                "{'spaceInHeader':true,'period':'2023'}|/indicator|mapping.required",
                "{'indicator':'X','indicatorColumn':'y'}|/indicator|mapping.either",
                "{'indicatorColumn':'y','indicators':{'a':'b c'}}|/indicators/a|key.malformed",
                "{'keyLength':0}|/keyLength|mapping.one-of",
                "{'keyLength':8,'key':{'padTo':8}}|/keyLength|mapping.either",
                "{'key':{'padTo':60,'prefix':'12345'}}|/key/prefix|mapping.key-too-long",
                "{'key':{'prefix':'a b'}}|/key/prefix|key.malformed",
                "{'key':{'pattern':'('}}|/key/pattern|mapping.pattern-malformed",
                "{'key':{'pattern':'(a)\\\\1'}}|/key/pattern|mapping.pattern-malformed",
                "{'key':{'pattern':'((((a{0,99}){0,99}){0,99}){0,99}){0,99}'}}|/key/pattern|mapping.pattern-malformed",
                "{'key':{'columns':[]}}|/key/columns|mapping.required",
                "{'key':{'columns':[{'column':' '}]}}|/key/columns/0/column|mapping.required",
                "{'spaceColumn':'a','key':{'columns':[{'column':'b'}]}}|/spaceColumn|mapping.either",
                "{'key':{'translate':{'Bonn':'05 314'}}}|/key/translate/Bonn|key.malformed",
                "{'periodColumn':'a','periodColumns':['b']}|/periodColumn|mapping.either",
                "{'periodColumns':[]}|/periodColumns|mapping.required",
                "{'factor':999}|/factor|mapping.one-of",
                "{'statuses':{'s':'guessed'}}|/statuses/s|mapping.one-of",
                "{'headerRows':7}|/headerRows|mapping.one-of",
                "{'rows':{'where':{'column':'a','equals':'b','and':[{'column':'c'}]}}}|/rows/where/and/0/equals|mapping.required",
                "{'rows':{'where':{'column':'a','in':[]}}}|/rows/where/in|mapping.required",
                "{'rows':{'where':{'column':'a','equals':'b','in':['c']}}}|/rows/where/equals|mapping.either",
                "{'rows':{'fillDown':['']}}|/rows/fillDown/0|mapping.required",
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

        assertThat(binding.cells()).containsExactly(new Binding.Cell("X", null, null, -1, 1, 2, -1, List.of(), -1, 0));
        assertThat(binding.numberColumns()).containsExactly(1, 2);
    }

    @Test
    void namesColumnsThatTheFileLacks() throws JsonProcessingException {
        List<InputError> errors = new ArrayList<>();

        assertThat(Binding.bind(mapping("{\"spaceColumn\":\"raum\"}"), List.of("space", "value"), errors))
                .isEmpty();
        assertThat(errors)
                .extracting(InputError::pointer)
                .containsExactly("/indicatorColumn", "/spaceColumn", "/periodColumn");
    }

    @Test
    void aTextStandsForOneThingOnly() {
        assertThatThrownBy(() -> mapping("{\"indicators\":{\"Frauen\":\"a\",\" Frauen\":\"b\"}}"))
                .cause()
                .isInstanceOfSatisfying(
                        Invalid.class,
                        twice -> assertThat(twice.errors())
                                .extracting(InputError::pointer, InputError::code)
                                .containsExactly(tuple("/indicators/ Frauen", "mapping.text-twice")));
    }

    @Test
    void whatIsWrittenIsWhatIsRead() throws JsonProcessingException {
        String json = """
                {"layout":"wide","spaceMatch":"key","spaceInHeader":true,"key":{"columns":[{"column":"a","padTo":2}],\
                "translate":{"x":"y"},"pattern":"a","remove":" ","padTo":3,"prefix":"0"},"periodColumns":["a","b"],\
                "periodFormat":"yyyyMM","columns":{"a":{"indicator":"X","measure":"numerator","statusColumn":"s",\
                "factor":1000}},"indicators":{"t":"X"},"statusColumn":"s","factor":10,"rows":{"where":{"column":"a",\
                "equals":"b","and":[{"column":"c","in":["d"]}]},"fillDown":["e"]},"zero":["-"],"statuses":{"s":"normal"}}""";

        assertThat(JSON.readTree(JSON.writeValueAsString(mapping(json)))).isEqualTo(JSON.readTree(json));
    }

    private static Mapping mapping(String json) throws JsonProcessingException {
        return JSON.readValue(json, Mapping.class);
    }
}
