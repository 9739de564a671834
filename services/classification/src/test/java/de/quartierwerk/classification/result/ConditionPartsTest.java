package de.quartierwerk.classification.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.classification.method.Classification;
import de.quartierwerk.classification.method.Column;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Need;
import de.quartierwerk.classification.method.Outcome;
import de.quartierwerk.classification.method.Scheme;
import de.quartierwerk.classification.method.Selection;
import de.quartierwerk.classification.method.Territory;
import de.quartierwerk.classification.method.Universe;
import de.quartierwerk.classification.scheme.SchemeJson;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the explanation of a condition says, as JSON. */
class ConditionPartsTest {
    private static final Condition.Figure ABOVE_FIVE =
            new Condition.Figure("x", Measure.VALUE, 0, Condition.ALL, Condition.Operator.GREATER, 5, 5);
    private static final Condition.Figure BELOW_NINE =
            new Condition.Figure("x", Measure.VALUE, 0, Condition.ALL, Condition.Operator.LESS, 9, 9);

    private static String explain(Condition rule, ExactScope scope, boolean guarded) throws IOException {
        Scheme scheme = new Scheme(
                "s",
                "s",
                null,
                null,
                "space",
                false,
                Universe.EVERYTHING,
                List.of(),
                List.of(),
                List.of(new Need("N", "N", null, rule)));
        Column column = new Column(1, false);
        column.set(0, 7, 70, 1000, guarded);
        Outcome outcome = Classification.compute(
                scheme, Territory.flat("space", List.of("a")), (code, lag) -> column, Selection.without(false));
        ObjectMapper json = new ObjectMapper();
        new SchemeJson().customize(json);
        return json.writeValueAsString(new ConditionParts(outcome, 0, scope)
                .rule(outcome.needs().get(0).when()));
    }

    @Test
    void aFigureShowsWhatDecided() throws IOException {
        assertThat(explain(ABOVE_FIVE, ExactScope.PUBLIC, false))
                .isEqualTo(
                        "{\"type\":\"figure\",\"held\":true,\"open\":false,\"indicator\":\"x\",\"measure\":\"value\","
                                + "\"op\":\">\",\"threshold\":5.0,\"found\":7.0,\"numerator\":70.0,\"denominator\":1000.0,"
                                + "\"margin\":2.0}");
    }

    @Test
    void aRuleSaysWhetherItHeldButNotTheSuppressedNumber() throws IOException {
        assertThat(explain(ABOVE_FIVE, ExactScope.PUBLIC, true))
                .isEqualTo(
                        "{\"type\":\"figure\",\"held\":true,\"open\":false,\"indicator\":\"x\",\"measure\":\"value\","
                                + "\"op\":\">\",\"threshold\":5.0,\"withheld\":true}");
        assertThat(explain(ABOVE_FIVE, ExactScope.EXACT, true)).contains("\"found\":7.0");
    }

    @Test
    void aPartOfARuleDoesNotEvenSayWhetherItHeld() throws IOException {
        Condition both = new Condition.AtLeast(1, List.of(ABOVE_FIVE, BELOW_NINE));

        assertThat(explain(both, ExactScope.PUBLIC, true))
                .isEqualTo("{\"type\":\"atLeast\",\"held\":true,\"open\":false,\"atLeast\":1,\"parts\":["
                        + "{\"type\":\"figure\",\"indicator\":\"x\",\"measure\":\"value\",\"op\":\">\",\"threshold\":5.0,"
                        + "\"withheld\":true},{\"type\":\"figure\",\"indicator\":\"x\",\"measure\":\"value\",\"op\":\"<\","
                        + "\"threshold\":9.0,\"withheld\":true}]}");
    }
}
