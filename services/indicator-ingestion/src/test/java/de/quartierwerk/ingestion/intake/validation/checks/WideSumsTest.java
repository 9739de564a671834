package de.quartierwerk.ingestion.intake.validation.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WideSumsTest {
    private static final int SPACES = 10;

    private final Map<String, Map<String, BigDecimal>> columns = new HashMap<>();
    private final Random random = new Random(1);

    /** Among many columns sums of many parts would take all memory. */
    @ParameterizedTest
    @CsvSource({"66,6,1", "66,4,1", "67,6,0", "67,4,1", "316,4,0", "2000,4,0"})
    void manyColumns_areSearchedForFewerParts(int others, int parts, int found) {
        IntStream.range(0, others).forEach(this::randomColumn);
        List<String> summed = IntStream.range(0, parts).mapToObj(i -> "C" + i).toList();
        for (int space = 0; space < SPACES; space++) {
            String key = "S" + space;
            put(
                    "T",
                    key,
                    summed.stream().map(code -> columns.get(code).get(key)).reduce(BigDecimal.ZERO, BigDecimal::add));
        }

        assertThat(new WideSums(columns).find())
                .hasSize(found)
                .allMatch(sum -> sum.total().equals("T"));
    }

    private void randomColumn(int number) {
        for (int space = 0; space < SPACES; space++) {
            put("C" + number, "S" + space, BigDecimal.valueOf(1 + random.nextInt(100_000)));
        }
    }

    private void put(String code, String space, BigDecimal number) {
        columns.computeIfAbsent(code, none -> new HashMap<>()).put(space, number);
    }
}
