package de.quartierwerk.ingestion.intake.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.kit.problem.InputError;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which columns of a header a mapping means. */
class BindingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'spaceInHeader':true,'periodColumn':'1','indicator':'X'}|,Altburg,Birkheim|X - Altburg 1;X - Birkheim 2",
                "{'spaceInHeader':true,'period':'2023','indicator':'X'}|Zahl / Altburg,Zahl / Birkheim|X - Altburg 0;X - Birkheim 1",
                "{'spaceColumn':'Key','periodInHeader':true,'indicator':'X'}|Key,2021,2022 1)|X 2021 - 1;X 2022 - 2",
                "{'spaceColumn':'Key','periodInHeader':true,'indicator':'X'}|Key,Zahl / 2021,Zahl / 2022|X 2021 - 1;X 2022 - 2",
                "{'spaceColumn':'Key','periodInHeader':true,'indicatorColumn':'M'}|Key,M,2021|- 2021 - 2",
                "{'spaceInHeader':true,'periodInHeader':true,'indicator':'X'}|Altburg / 2021,Birkheim / 2021|X 2021 Altburg 0;X 2021 Birkheim 1",
                "{'spaceInHeader':true,'period':'2023','columns':{'m':{'indicator':'X'},'w':{'indicator':'Y'}}}"
                        + "|Altburg / m,Altburg / w|X - Altburg 0;Y - Altburg 1",
                "{'spaceColumn':'2','periodColumn':'1','columns':{'Tote':{'indicator':'X'}}}|,,,Tote|X - - 3",
                "{'spaceColumn':'Key','period':'2023','columns':{'3':{'indicator':'X'}}}|Key,Name,Wert|X - - 2",
                "{'space':'QT1','periodColumn':'Jahr','columns':{'Wert':{'indicator':'X'}}}|Jahr,Wert|X - - 1",
                "{'layout':'long','space':'QT1','indicator':'X','periodColumn':'Jahr','valueColumn':'Wert'}|Jahr,Wert|X - - 1",
            })
    void cellsAreFoundByWhatTheirHeadsSay(String json, String header, String cells) throws JsonProcessingException {
        Mapping mapping = mapping(json);
        List<String> names = List.of(header.split(",", -1));

        Binding binding = Binding.bind(mapping, names, new ArrayList<>()).orElseThrow();

        assertThat(MappedColumns.fits(mapping, names)).isTrue();
        assertThat(binding.cells().stream().map(BindingTest::text).toList()).containsExactly(cells.split(";"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'spaceInHeader':true,'periodColumn':'1','indicator':'X'}|Jahr,,|/spaceInHeader|mapping.no-heads",
                "{'spaceColumn':'Key','periodInHeader':true,'indicator':'X'}|Key,a 2021,b 2021|/periodInHeader|mapping.no-heads",
                "{'spaceColumn':'Key','period':'2023','columns':{'9':{'indicator':'X'}}}|Key,Wert|/columns/9|mapping.column-unknown",
                "{'spaceColumn':'Key','period':'2023','columns':{'Wert':{'indicator':'X'}},"
                        + "'rows':{'where':{'column':'Key','equals':'a','and':[{'column':'Alter','equals':'b'}]}}}"
                        + "|Key,Wert|/rows/where/and/0/column|mapping.column-unknown",
                "{'spaceColumn':'Key','period':'2023','columns':{'Wert':{'indicator':'X'}},'rows':{'fillDown':['Land']}}"
                        + "|Key,Wert|/rows/fillDown/0|mapping.column-unknown",
                "{'key':{'columns':[{'column':'Land'}]},'period':'2023','columns':{'Wert':{'indicator':'X'}}}"
                        + "|Key,Wert|/key/columns/0/column|mapping.column-unknown",
                "{'spaceColumn':'Key','periodColumns':['Jahr','Monat'],'columns':{'Wert':{'indicator':'X'}}}"
                        + "|Key,Jahr,Wert|/periodColumns/1|mapping.column-unknown",
            })
    void whatIsNotThereIsNamed(String json, String header, String pointer, String code) throws JsonProcessingException {
        List<InputError> errors = new ArrayList<>();

        assertThat(Binding.bind(mapping(json), List.of(header.split(",", -1)), errors))
                .isEmpty();
        assertThat(errors)
                .singleElement()
                .satisfies(error ->
                        assertThat(List.of(error.pointer(), error.code())).containsExactly(pointer, code));
    }

    private static String text(Binding.Cell cell) {
        return String.join(
                " ",
                cell.indicator() == null ? "-" : cell.indicator(),
                cell.period() == null ? "-" : cell.period().text(),
                cell.space() == null ? "-" : cell.space(),
                Integer.toString(cell.column()));
    }

    private static Mapping mapping(String json) throws JsonProcessingException {
        return JSON.readValue(json.replace('\'', '"'), Mapping.class);
    }
}
