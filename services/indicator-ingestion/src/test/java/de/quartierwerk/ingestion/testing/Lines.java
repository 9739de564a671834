package de.quartierwerk.ingestion.testing;

import io.restassured.path.json.JsonPath;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Findings and values as lines of text, to be compared with those of a file. */
public final class Lines {
    private Lines() {}

    /** The findings of a submission: {@code line;column;code;severity;value}, or the cell instead of the line. */
    public static List<String> findings(String id) {
        JsonPath found = Api.as("steward")
                .get("/submissions/" + id + "/findings?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        return found.<Map<String, Object>>getList("items").stream()
                .map(finding -> String.join(
                        ";",
                        text(finding.get("cell") == null ? finding.get("line") : finding.get("cell")),
                        text(finding.get("column")),
                        text(finding.get("code")),
                        text(finding.get("severity")),
                        text(finding.get("value"))))
                .toList();
    }

    /** The values of indicators: {@code space;indicator;period;value;status}. */
    public static List<String> values(List<String> codes) {
        String table = Api.as("steward")
                .accept("text/csv")
                .get("/values?indicator=" + String.join(",", codes))
                .then()
                .statusCode(200)
                .extract()
                .asString();
        return Arrays.stream(table.split("\r\n"))
                .skip(1)
                .map(line -> line.split(";", -1))
                .map(cells -> String.join(";", cells[0], cells[1], cells[2], tidy(cells[3]), cells[6]))
                .sorted()
                .toList();
    }

    private static String tidy(String number) {
        return number.contains(".") ? number.replaceAll("0+$", "").replaceAll("\\.$", "") : number;
    }

    private static String text(Object value) {
        return Objects.toString(value, "");
    }
}
