package de.quartierwerk.classification.result;

import de.quartierwerk.kit.web.CsvAnswer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Results as a table: {@code space;excluded;<index>.raw;<index>.value;<index>.class;…;group;needs}. */
final class ResultTable {
    private final boolean imputed;

    /**
     * @param imputed whether values may stand in place of missing ones, so that a column {@code <index>.imputed} says
     *     which
     */
    ResultTable(boolean imputed) {
        this.imputed = imputed;
    }

    List<String> header(Collection<String> indices) {
        List<String> header = new ArrayList<>(List.of("space", "excluded"));
        for (String index : indices) {
            header.add(index + ".raw");
            header.add(index + ".value");
            header.add(index + ".class");
            if (imputed) {
                header.add(index + ".imputed");
            }
        }
        header.add("group");
        header.add("needs");
        return header;
    }

    List<@Nullable Object> row(ResultResponse result) {
        List<@Nullable Object> row = new ArrayList<>();
        row.add(CsvAnswer.code(result.space()));
        row.add(result.excluded());
        for (Map.Entry<String, ResultResponse.IndexResult> index :
                result.indices().entrySet()) {
            row.add(number(index.getValue().raw()));
            row.add(number(index.getValue().value()));
            row.add(CsvAnswer.code(index.getValue().classCode()));
            if (imputed) {
                row.add(CsvAnswer.code(String.join(",", index.getValue().imputed())));
            }
        }
        row.add(CsvAnswer.code(result.group()));
        row.add(CsvAnswer.code(String.join(",", result.needs())));
        return row;
    }

    private static @Nullable BigDecimal number(@Nullable Double number) {
        return number == null ? null : BigDecimal.valueOf(number);
    }
}
