package de.quartierwerk.classification.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultTableTest {
    @Test
    void aRowHasThreeCellsForEachIndex() {
        Map<String, ResultResponse.IndexResult> indices = new LinkedHashMap<>();
        indices.put("status", new ResultResponse.IndexResult(-0.5, -1.25, "2", "mittel", null));
        indices.put("dynamics", new ResultResponse.IndexResult(null, null, "+/-", "stabil", NoValue.WITHHELD));
        ResultResponse result = new ResultResponse("01", null, indices, "2+/-", List.of("HF1", "HF2"), List.of());

        List<Object> row = new ResultTable(false).row(result);

        assertThat(new ResultTable(false).header(indices.keySet()))
                .containsExactly(
                        "space",
                        "excluded",
                        "status.raw",
                        "status.value",
                        "status.class",
                        "dynamics.raw",
                        "dynamics.value",
                        "dynamics.class",
                        "group",
                        "needs");
        assertThat(row).hasSize(10);
        assertThat(row.get(2)).hasToString("-1.25");
        assertThat(row.get(3)).hasToString("-0.5");
        assertThat(row.get(5)).isNull();
        assertThat(row.get(6)).isNull();
    }
}
