package de.quartierwerk.ingestion.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1234|1234",
                "1.234,5|1234.5",
                "1.234|1234",
                "1.234.567|1234567",
                "0,50|0.50",
                ",5|0.5",
                "-12,5|-12.5",
                "\u221212,5|-12.5",
                "+3|3",
                "1\u00a0234,5|1234.5",
                "1\u202f234|1234",
                "1'234,5|1234.5",
                "4,078355812459859|4.078355812459859",
            })
    void readsGermanNumbers(String text, BigDecimal expected) {
        assertThat(NumberText.parse(text, NumberStyle.GERMAN).orElseThrow().value())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1234.5|1234.5", "1,234.5|1234.5", "-0.82908|-0.82908", "12|12", ".5|0.5"})
    void readsPlainNumbers(String text, BigDecimal expected) {
        assertThat(NumberText.parse(text, NumberStyle.PLAIN).orElseThrow().value())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "x",
                "1.23",
                "12.34.567",
                "1.2345",
                "1,2,3",
                "1.234,5.6",
                "1,",
                "12 34",
                "0x1",
                "1.234'567",
                "0.234",
                "123456789012345678901234567890123456789",
                "5 Personen",
                "%"
            })
    void refusesWhatIsNoGermanNumber(String text) {
        assertThat(NumberText.parse(text, NumberStyle.GERMAN)).isEmpty();
    }

    @Test
    void readsPercentages() {
        NumberText number = NumberText.parse("53,40%", NumberStyle.GERMAN).orElseThrow();

        assertThat(number).isEqualTo(new NumberText(new BigDecimal("53.40"), true, false, false, null));
        assertThat(NumberText.parse("12,5 %", NumberStyle.GERMAN).orElseThrow().value())
                .isEqualTo("12.5");
    }

    @Test
    void readsLimitedValues() {
        NumberText number = NumberText.parse("( 12,5 )", NumberStyle.GERMAN).orElseThrow();

        assertThat(number).isEqualTo(new NumberText(new BigDecimal("12.5"), false, true, false, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "−5|-5",
                "–5|-5",
                "5-|-5",
                "12,5 −|-12.5",
                "1e-05|0.00001",
                "1.5E+02|150",
                "1,5E+02|150",
                "-2E3|-2000",
                "1.234,50 €|1234.50",
                "€ 12|12",
                "12 EUR|12",
            })
    void readsSignsThatTablesUse(String text, String value) {
        assertThat(NumberText.parse(text, NumberStyle.GERMAN).orElseThrow().value())
                .isEqualByComparingTo(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,3 p|12.3|p",
                "1.234 [e]|1234|e",
                "12[r]|12|r",
                "20,2 b|20.2|b",
                "5 be|5|be",
                "1.234r|1234|r",
                "7 (e)|7|e",
                "7(e)|7|e",
                "5 % p|5|p"
            })
    void readsLettersBehindNumbers(String text, String value, String flag) {
        NumberText number = NumberText.parse(text, NumberStyle.GERMAN).orElseThrow();

        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.flag()).isEqualTo(flag);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e99", "1e", "e5", "5 Personen", "l2", "857°", "--5", "5--", "€"})
    void readsNothingElse(String text) {
        assertThat(NumberText.parse(text, NumberStyle.GERMAN)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1.234,true",
        "1234,false",
        "1.234.567,false",
        "'1.234,5',false",
        "1'234,false",
        "'1,234',true",
        "'0,234',false",
        "'1234,567',false",
        "'-12,345',true",
    })
    void knowsWhatCouldBeReadInTwoWays(String text, boolean ambiguous) {
        assertThat(NumberText.parse(text, NumberStyle.GERMAN).orElseThrow().ambiguous())
                .isEqualTo(ambiguous);
    }
}
