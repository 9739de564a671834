package de.quartierwerk.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.quartierwerk.kit.problem.Invalid;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebValuesTest {

    @Test
    void cursorsGiveBackWhatWasPutIn() {
        List<String> values = List.of("01011101", "Ä \"quoted\"", "");

        assertThat(Cursor.decode(Cursor.encode(values))).isEqualTo(values);
    }

    @ParameterizedTest
    @ValueSource(strings = {"!", "bnVsbA", "eyJhIjoxfQ", "W251bGxd", "ä"})
    void refusesWhatIsNoCursor(String cursor) {
        assertThatExceptionOfType(Invalid.class)
                .isThrownBy(() -> Cursor.decode(cursor))
                .matches(invalid -> invalid.status() == 400);
    }

    @Test
    void lastPageHasNoNext() {
        Page<String> page = Page.of(List.of("a", "b"), 2, List::of);

        assertThat(page.next()).isNull();
        assertThat(page.items()).containsExactly("a", "b");
    }

    @Test
    void pagesEndBeforeTheRowTooMany() {
        Page<String> page = Page.of(List.of("a", "b", "c"), 2, List::of);

        assertThat(page.items()).containsExactly("a", "b");
        assertThat(Cursor.decode(page.next())).containsExactly("b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "A.b_c:d-0", "0123456789012345678901234567890123456789012345678901234567890123"})
    void knowsKeys(String key) {
        assertThat(Keys.check("key", key)).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a b",
                "ä",
                "a/b",
                "a\n",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void refusesWhatIsNoKey(String key) {
        assertThatExceptionOfType(Invalid.class).isThrownBy(() -> Keys.check("key", key));
    }

    @Test
    void makesTextsHarmlessButLeavesNumbersAndCodes() throws IOException {
        List<Object> row = Arrays.asList(
                "=1",
                "+1",
                "-1",
                "@x",
                "\tx",
                "a;b",
                "say \"x\"",
                -1,
                new BigDecimal("-1E+3"),
                CsvAnswer.code("+/-"),
                CsvAnswer.code("=1"),
                CsvAnswer.code("-cmd"),
                CsvAnswer.code("A-1"),
                List.of("=1"),
                CharBuffer.wrap("=1"),
                new Written("=1"),
                "\uFF1D1",
                LocalDate.of(2023, 12, 31),
                null);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        CsvAnswer.of(List.of("a", "-ü"), List.of(row)).write(out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("a;'-ü\r\n'=1;'+1;'-1;'@x;'\tx;\"a;b\";\"say \"\"x\"\"\";-1;-1000;+/-;'=1;'-cmd;A-1;"
                        + "[=1];'=1;'=1;'\uFF1D1;2023-12-31;\r\n");
    }

    /** A type of a service that carries a text. */
    private record Written(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    @Test
    void hashesPartsWithTheirPlaces(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "ab");

        String hash = ContentHash.of(Arrays.asList("ab", null));

        assertThat(ContentHash.of(Arrays.asList(file, null))).isEqualTo(hash);
        assertThat(ContentHash.of(Arrays.asList("a", "b"))).isNotEqualTo(hash);
        assertThat(ContentHash.of(Arrays.asList(null, "ab"))).isNotEqualTo(hash);
        assertThat(ContentHash.of(Arrays.asList("ab", ""))).isNotEqualTo(hash);
    }
}
