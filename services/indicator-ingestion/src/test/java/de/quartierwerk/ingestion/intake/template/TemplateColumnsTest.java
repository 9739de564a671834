package de.quartierwerk.ingestion.intake.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.ingestion.catalogue.Definition;
import de.quartierwerk.ingestion.catalogue.Indicator;
import de.quartierwerk.ingestion.catalogue.Kind;
import de.quartierwerk.ingestion.intake.mapping.Mapping;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateColumnsTest {
    private static final Map<String, Indicator> CATALOGUE =
            Map.of("a", indicator("a"), "b", indicator("b"), Indicator.AREA, indicator(Indicator.AREA));

    @Test
    void aWideTableHasAColumnPerIndicator() throws JsonProcessingException {
        List<TemplateColumn> columns = columns("""
                {"layout":"wide","spaceColumn":"raum","period":"2020","columns":{"B":{"indicator":"b"},"A":{"indicator":"a"}}}""", "2020");

        assertThat(columns)
                .extracting(TemplateColumn::title)
                .containsExactly(List.of("raum"), List.of("Name"), List.of("B"), List.of("A"));
        assertThat(columns).extracting(TemplateColumn::open).containsExactly(false, false, true, true);
        assertThat(columns.get(2).indicator()).isEqualTo(indicator("b"));
    }

    @Test
    void periodsStandInARowOfTheirOwnOrBehindTheName() throws JsonProcessingException {
        String mapping = """
                {"layout":"wide","spaceColumn":"raum","headerRows":%d,"periodInHeader":true,"columns":{"A":{"indicator":"a"}}}""";

        assertThat(columns(mapping.formatted(2), "2020").get(2).title()).containsExactly("A", "2020");
        assertThat(columns(mapping.formatted(1), "2020").get(2).title()).containsExactly("A 2020");
    }

    @Test
    void aLongTableOffersIndicatorsAndYears() throws JsonProcessingException {
        List<TemplateColumn> columns = columns("{\"layout\":\"long\",\"statusColumn\":\"Status\"}", null);

        assertThat(columns)
                .extracting(TemplateColumn::title)
                .containsExactly(
                        List.of("space"),
                        List.of("Name"),
                        List.of("period"),
                        List.of("indicator"),
                        List.of("value"),
                        List.of("Status"));
        assertThat(columns.get(2).choices()).containsExactly("2024", "2023", "2022", "2021", "2020");
        assertThat(columns.get(3).choices()).containsExactly("a", "b");
        assertThat(columns.get(5).choices())
                .containsExactly("normal", "estimated", "unreliable", "missing", "suppressed");
    }

    private static List<TemplateColumn> columns(String mapping, String period) throws JsonProcessingException {
        Mapping read = new ObjectMapper().readValue(mapping, Mapping.class);
        return TemplateColumns.of(read, period, CATALOGUE, "Name", LocalDate.of(2024, 5, 1));
    }

    private static Indicator indicator(String code) {
        return new Indicator(code, 1, Definition.of(code, "persons", Kind.COUNT));
    }
}
