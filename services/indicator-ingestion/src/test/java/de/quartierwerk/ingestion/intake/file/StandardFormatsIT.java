package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import de.quartierwerk.ingestion.testing.Api;
import de.quartierwerk.ingestion.testing.Lines;
import de.quartierwerk.ingestion.testing.Region;
import de.quartierwerk.servers.QuartierwerkServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Formats that say themselves where region, period, value and status stand. */
@QuarkusTest
@QuarkusTestResource(QuartierwerkServers.class)
class StandardFormatsIT {
    private static final String MAPPING = "{\"level\":\"social-space\",\"indicator\":\"std-%s\"}";

    @BeforeEach
    void tellOfSpaces() {
        Region.tell();
    }

    private static JsonPath release(String code, String name, String file, String mapping) {
        Api.indicator("std-" + code, "count", "persons");
        JsonPath checked = Api.check("steward", name, file.getBytes(StandardCharsets.UTF_8), mapping.formatted(code));
        assertThat(checked.getString("state")).isEqualTo("VALIDATED");
        Api.approve(checked.getString("id"));
        return checked;
    }

    @Test
    void sdmxCsvOfBothVersionsWithAndWithoutLabels() {
        JsonPath first = release("sdmx1", "a.csv", """
                DATAFLOW,REF_AREA,TIME_PERIOD,OBS_VALUE,OBS_STATUS
                QW:POP(1.0),99001001-01,2021,10,A
                QW:POP(1.0),99001001-02,2021,20,E
                """, MAPPING);
        release("sdmx2", "b.csv", """
                STRUCTURE;STRUCTURE_ID;ACTION;GEO: Region;TIME_PERIOD: Zeit;OBS_VALUE: Wert
                dataflow;QW:POP(1.0): Bevölkerung;I;99001001-01: Am Markt;2021-Q3;10.5
                dataflow;QW:POP(1.0): Bevölkerung;A;99001001-02: Hafen;2021-Q3;20
                """, MAPPING);

        assertThat(first.getString("detected.format")).isEqualTo("sdmx-csv");
        assertThat(Lines.values(List.of("std-sdmx1", "std-sdmx2")))
                .containsExactly(
                        "99001001-01;std-sdmx1;2021;10;normal",
                        "99001001-01;std-sdmx2;2021-Q3;10.5;normal",
                        "99001001-02;std-sdmx1;2021;20;estimated",
                        "99001001-02;std-sdmx2;2021-Q3;20;normal");
    }

    @Test
    void deletionsOfSdmxAreNoValues() {
        Api.indicator("std-deleted", "count", "persons");
        JsonPath checked = Api.check("steward", """
                STRUCTURE,STRUCTURE_ID,ACTION,GEO,TIME_PERIOD,OBS_VALUE
                dataflow,QW:POP(1.0),I,99001001-01,2021,10
                dataflow,QW:POP(1.0),D,99001001-02,2021,
                """, MAPPING.formatted("deleted"));

        assertThat(checked.getString("state")).isEqualTo("REJECTED");
        assertThat(Lines.findings(checked.getString("id"))).contains("3;;file.sdmx-deletion;error;");
    }

    @Test
    void jsonStat() {
        JsonPath checked = release("json-stat", "a.json", """
                {"version":"2.0","class":"dataset","label":"Bevölkerung","value":[10,20,30,null],"status":{"1":"e"},
                 "id":["sex","geo","time"],"size":[1,2,2],"role":{"time":["time"],"geo":["geo"]},
                 "dimension":{"sex":{"category":{"label":{"T":"Insgesamt"}}},
                   "geo":{"category":{"index":["99001001-01","99001001-02"]}},
                   "time":{"category":{"index":["2021","2022"]}}}}""", MAPPING);

        assertThat(checked.getString("detected.format")).isEqualTo("json-stat");
        assertThat(Lines.values(List.of("std-json-stat")))
                .containsExactly(
                        "99001001-01;std-json-stat;2021;10;normal",
                        "99001001-01;std-json-stat;2022;20;estimated",
                        "99001001-02;std-json-stat;2021;30;normal",
                        "99001001-02;std-json-stat;2022;;missing");
        Api.as("steward")
                .accept(Spreadsheet.MEDIA_TYPE)
                .get("/submissions/" + checked.getString("id") + "/findings")
                .then()
                .statusCode(200);
    }

    @Test
    void aColumnThatADataSetLacksIsAnsweredWithItsDimensions() {
        Api.indicator("std-lacks", "count", "persons");
        Api.deliver("steward", """
                        {"version":"2.0","class":"dataset","value":[10],"id":["region","jahr"],"size":[1,1],
                         "dimension":{"region":{"category":{"index":["99001001-01"]}},
                           "jahr":{"category":{"index":["2021"]}}}}""", MAPPING.formatted("lacks"), "")
                .statusCode(422)
                .body("code", is("mapping.does-not-fit"))
                .body("detail", containsString("region (99001001-01)"));
    }
}
