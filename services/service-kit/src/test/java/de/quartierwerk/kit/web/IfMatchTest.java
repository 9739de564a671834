package de.quartierwerk.kit.web;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import de.quartierwerk.kit.problem.PreconditionFailed;
import de.quartierwerk.kit.problem.PreconditionRequired;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IfMatchTest {

    @ParameterizedTest
    @ValueSource(strings = {"\"7\"", "*", "\"6\", \"7\"", " \"7\" "})
    void letsThePresentVersionPass(String header) {
        assertThatCode(() -> given(header).check(7)).doesNotThrowAnyException();
        assertThatCode(() -> given(header).require(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"6\"", "7", "W/\"7\"", "\"77\"", ""})
    void refusesEveryOther(String header) {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> given(header).check(7));
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> given(header).require(7));
    }

    @Test
    void isNeededOnlyWhereItIsRequired() {
        assertThatCode(() -> given().check(7)).doesNotThrowAnyException();
        assertThatExceptionOfType(PreconditionRequired.class).isThrownBy(() -> given().require(7));
    }

    @Test
    void looksAtAllLinesOfTheHeader() {
        assertThatCode(() -> given("\"6\"", "\"7\"").require(7)).doesNotThrowAnyException();
    }

    @Test
    void neverMatchesWhatIsNotThere() {
        assertThatExceptionOfType(PreconditionFailed.class)
                .isThrownBy(() -> given("*").checkAbsent());
        assertThatCode(() -> given().checkAbsent()).doesNotThrowAnyException();
    }

    private static IfMatch given(String... lines) {
        IfMatch ifMatch = new IfMatch();
        ifMatch.tags = List.of(lines);
        return ifMatch;
    }
}
