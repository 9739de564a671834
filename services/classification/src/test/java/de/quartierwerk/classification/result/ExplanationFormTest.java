package de.quartierwerk.classification.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.quartierwerk.classification.method.Combine;
import de.quartierwerk.classification.method.Condition;
import de.quartierwerk.classification.method.Measure;
import de.quartierwerk.classification.method.Polarity;
import de.quartierwerk.classification.method.Standardisation;
import de.quartierwerk.classification.method.Standardise;
import de.quartierwerk.classification.scheme.SchemeJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Explanations are nested in Java and flat in JSON, with the words of the scheme language. */
class ExplanationFormTest {
    private final ObjectMapper json = new ObjectMapper();

    ExplanationFormTest() {
        new SchemeJson().customize(json);
    }

    @Test
    void anIndexAndItsComponentsAreFlat() throws Exception {
        Explanation.ComponentPart component = new Explanation.ComponentPart(
                new Explanation.Source("S1", null, Measure.PERCENT_CHANGE, null),
                new Explanation.Measured(6.5, 6.0, 65.0, 1000.0, null),
                new Explanation.Prepared("none", 6.5, Polarity.BURDEN, null),
                Standardise.Z_POPULATION,
                Explanation.ScaleDetails.of(Standardisation.NONE, null),
                new Explanation.Scale(5.0, 1.5, 1.0, 9.0),
                new Explanation.Position(2, 10),
                1.0,
                new Explanation.Share(1.0, 1.0, 1.0, false, null),
                List.of());
        Explanation.IndexPart index = new Explanation.IndexPart(
                "status",
                "Status",
                Combine.GEOMETRIC_MEAN,
                1.0,
                Standardise.NONE,
                Explanation.ScaleDetails.of(Standardisation.NONE, null),
                new Explanation.Scale(0.0, 1.0, -2.0, 2.0),
                1.0,
                new Explanation.Standing(new Explanation.Position(2, 10), List.of()),
                new Explanation.ClassFound(List.of(-1.0), "2", "mittel"),
                null,
                List.of(component),
                List.of("Satz."));

        JsonNode written = json.valueToTree(index);

        assertThat(written).isEqualTo(json.readTree("""
                {"index":"status","title":"Status","combine":"geometric-mean","raw":1.0,"restandardise":"none",
                 "mean":0.0,"deviation":1.0,"minimum":-2.0,"maximum":2.0,"value":1.0,"position":{"rank":2.0,"of":10},
                 "areas":[],"breaks":[-1.0],"class":"2","label":"mittel","components":[
                 {"indicator":"S1","index":null,"measure":"percent-change","value":6.5,"before":6.0,"numerator":65.0,
                  "denominator":1000.0,"transform":"none","transformed":6.5,"polarity":"burden",
                  "standardise":"z-population","mean":5.0,"deviation":1.5,"minimum":1.0,"maximum":9.0,
                  "position":{"rank":2.0,"of":10},"standardised":1.0,"weight":1.0,"share":1.0,"contribution":1.0,
                  "leftOut":false,"areas":[]}],
                 "sentences":["Satz."]}"""));
    }

    @Test
    void aFigureHasTheWordsOfTheLanguage() throws Exception {
        ConditionExplanation figure = new ConditionExplanation.Figure(
                ConditionExplanation.Type.FIGURE,
                true,
                false,
                "S1",
                Measure.DEVIATION_PERCENT,
                null,
                null,
                new ConditionExplanation.Threshold(Condition.Operator.GREATER_OR_EQUAL, 20, null),
                new ConditionExplanation.Found(25.0, null, null, 5.0),
                null);

        assertThat(json.<JsonNode>valueToTree(figure)).isEqualTo(json.readTree("""
                {"type":"figure","held":true,"open":false,"indicator":"S1","measure":"deviation-percent","op":">=",
                 "threshold":20.0,"found":25.0,"margin":5.0}"""));
    }

    @Test
    void aReasonIsAWord() throws Exception {
        ResultResponse.IndexResult result = new ResultResponse.IndexResult(null, null, "2", "mittel", NoValue.WITHHELD);

        assertThat(json.<JsonNode>valueToTree(result)).isEqualTo(json.readTree("""
                {"value":null,"raw":null,"class":"2","label":"mittel","reason":"withheld"}"""));
    }
}
